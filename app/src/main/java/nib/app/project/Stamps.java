package nib.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long files are and when they were written: enough to see that something made them anew. A
/// file that is not there has no stamp.
record Stamps(Map<Path, Stamp> byFile) {

  record Stamp(long size, FileTime written) {}

  static final Stamps NONE = new Stamps(Map.of());

  Stamps {
    byFile = Map.copyOf(byFile);
  }

  static Stamps of(List<Path> files) {
    var stamps = new HashMap<Path, Stamp>();
    for (Path file : files) {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        stamps.put(file, new Stamp(attributes.size(), attributes.lastModifiedTime()));
      } catch (IOException _) {
        // Whoever reads the file next says what is wrong with it.
      }
    }
    return new Stamps(stamps);
  }
}
