package nib.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nib.engine.diagnostic.FailureException;
import nib.files.WholeFile;

/// Files that a person named for what a command makes.
final class OutputFile {

  private OutputFile() {}

  static void write(Path file, String text) throws FailureException {
    try {
      if (Files.isDirectory(file)) {
        throw new FailureException(
            "%s is a folder".formatted(file),
            "name a file in it, such as %s".formatted(file.resolve("FILE")));
      }
      if (isSource(file)) {
        throw new FailureException(
            "%s is a file that a Pen package is made of, and is not written over".formatted(file),
            "name another file");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.writeString(file, text); // a terminal or a pipe: nothing to put in its place
      } else {
        WholeFile.replace(file, text);
      }
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be written".formatted(file), "name a file in a folder you may write to", e);
    }
  }

  private static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".pen") || name.equals("pen.json");
  }
}
