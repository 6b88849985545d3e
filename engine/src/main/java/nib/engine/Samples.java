package nib.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the sample packages that came with this installation.
///
/// A checkout's are used where they stand. An installed program's lie where only an administrator
/// may write, and building a package writes into it: those are copied to a folder of the user's,
/// who may change them there; what is there already is never written over.
final class Samples {

  /// Where the launcher says that the sample packages are.
  private static final String FOLDER = "nib.samples";

  /// Whether they are an installation's.
  private static final String INSTALLED = "nib.samples.installed";

  /// From the first to read to the last.
  private static final List<String> LESSONS =
      List.of("arithmetic", "text", "greeter-rust", "broken");

  private Samples() {}

  /// @param own the folder for the user's copies
  static List<Path> find(Path own) {
    var folder = Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
    return folder.isEmpty() ? List.of() : find(folder.get(), own, Boolean.getBoolean(INSTALLED));
  }

  static List<Path> find(Path folder, Path own, boolean installed) {
    return LESSONS.stream()
        .map(folder::resolve)
        .filter(sample -> Files.isRegularFile(sample.resolve("pen.json")))
        .map(sample -> installed ? copy(sample, own) : sample)
        .map(Samples::real)
        .toList();
  }

  private static Path copy(Path sample, Path own) {
    var target = own.resolve(String.valueOf(sample.getFileName()));
    try (Stream<Path> files = Files.walk(sample)) {
      for (var file : files.toList()) {
        var to = target.resolve(sample.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (!Files.exists(to)) {
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      return target;
    } catch (IOException e) {
      // Without a copy the sample can still be read.
      return sample;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }
}
