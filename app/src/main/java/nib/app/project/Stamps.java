package nib.app.project;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/// How long files are and when they were written: enough to see that something made them anew. A
/// file that is not there has no stamp.
record Stamps(Map<Path, Stamp> byFile) {

  record Stamp(long size, FileTime written) {}

  static final Stamps NONE = new Stamps(Map.of());

  Stamps {
    byFile = Map.copyOf(byFile);
  }

  static Stamps of(Collection<Path> files) {
    var stamps = new HashMap<Path, Stamp>();
    for (Path file : files) {
      try {
        stamps.put(file, stamp(Files.readAttributes(file, BasicFileAttributes.class)));
      } catch (IOException _) {
        // Whoever reads the file next says what is wrong with it.
      }
    }
    return new Stamps(stamps);
  }

  /// Everything that packages are read from, in these folders: modules and `pen.json`. Looking is
  /// preferred to being told, because systems tell late, of one folder at a time, and not at all on
  /// some network drives.
  static Stamps under(Collection<Path> folders) {
    var stamps = new HashMap<Path, Stamp>();
    for (Path folder : folders) {
      try {
        Files.walkFileTree(
            folder,
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            Integer.MAX_VALUE,
            new Walk(folder, stamps));
      } catch (IOException _) {
        // A folder that cannot be read has no stamps; reading the package says why.
      }
    }
    return new Stamps(stamps);
  }

  Stamps and(Stamps others) {
    var all = new HashMap<>(byFile);
    all.putAll(others.byFile);
    return new Stamps(all);
  }

  private static Stamp stamp(BasicFileAttributes attributes) {
    return new Stamp(attributes.size(), attributes.lastModifiedTime());
  }

  private static final class Walk extends SimpleFileVisitor<Path> {

    private final Path top;
    private final Map<Path, Stamp> stamps;

    Walk(Path top, Map<Path, Stamp> stamps) {
      this.top = top;
      this.stamps = stamps;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(top) || !name(folder).startsWith(".")
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(file);
      if ((name.endsWith(".pen") || name.equals("pen.json")) && !name.startsWith(".")) {
        stamps.put(file, stamp(attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    private static String name(Path path) {
      return String.valueOf(path.getFileName());
    }
  }
}
