package nib.engine.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.text.SourceText;

/// Texts that stand in the place of their files. A file is the same under every path that leads to
/// it, links or not.
final class Edits {

  private final Map<Path, SourceText> byPath = new HashMap<>();
  private final Map<Object, SourceText> byKey = new HashMap<>();

  /// Texts of files that have no key of the file system's, or are not there yet.
  private final List<SourceText> keyless = new ArrayList<>();

  Edits(List<SourceText> edited) {
    for (var text : edited) {
      var file = text.file().toAbsolutePath().normalize();
      byPath.put(file, text);
      try {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        if (key == null) {
          keyless.add(text);
        } else {
          byKey.put(key, text);
        }
      } catch (IOException e) {
        keyless.add(text);
      }
    }
  }

  /// The text of a file that is there.
  Optional<SourceText> of(Path file, BasicFileAttributes attributes) {
    if (byPath.isEmpty()) {
      return Optional.empty();
    }
    var here = Optional.ofNullable(byPath.get(file));
    Object key = attributes.fileKey();
    if (here.isPresent() || (key == null && keyless.isEmpty())) {
      return here;
    }
    return key == null
        ? keyless.stream().filter(text -> same(text.file(), file)).findFirst()
        : Optional.ofNullable(byKey.get(key));
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /// Texts that lie in a folder, by their paths in it.
  ///
  /// @param root the folder
  /// @param realRoot the same without links
  Map<Path, SourceText> below(Path root, Path realRoot) {
    Map<Path, SourceText> below = new HashMap<>();
    byPath.forEach((file, text) -> {
      if (file.startsWith(root)) {
        below.put(root.relativize(file), text);
      } else {
        var real = real(file);
        if (real.startsWith(realRoot)) {
          below.put(realRoot.relativize(real), text);
        }
      }
    });
    return below;
  }

  /// Without the links of what is there of it.
  private static Path real(Path file) {
    for (Path above = file; above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        try {
          return above.toRealPath().resolve(above.relativize(file)).normalize();
        } catch (IOException e) {
          return file;
        }
      }
    }
    return file;
  }
}
