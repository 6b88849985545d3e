package nib.engine.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The shared library in which a trial calls one function of some archives.
///
/// @param file where it is, or will be once it is linked; names its content
record SharedLibrary(Path file, String symbol, List<Path> archives) {

  SharedLibrary {
    archives = List.copyOf(archives);
  }

  boolean isLinked() {
    return Files.exists(file);
  }
}
