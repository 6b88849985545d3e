package nib.app.editor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.files.WholeFile;

/// A text's file on the disk. For any thread but the window's.
final class ModuleFile {

  /// What was found there.
  sealed interface Found {

    record Text(String text) implements Found {}

    record Gone() implements Found {}

    /// There is something, and it cannot be read as text.
    record Unreadable(String why) implements Found {}
  }

  /// What became of writing.
  sealed interface Outcome {

    record Written() implements Outcome {}

    /// Nothing was written: the file is not as it was expected to be.
    record Different(Found found) implements Outcome {}
  }

  /// As large as a module may be; nobody writes a text of this size.
  private static final long LARGEST = 32 << 20;

  private ModuleFile() {}

  static Found read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return new Found.Unreadable("it has more than %,d bytes".formatted(LARGEST));
      }
      var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return new Found.Text(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (NoSuchFileException _) {
      return new Found.Gone();
    } catch (CharacterCodingException _) {
      return new Found.Unreadable("it is no UTF-8 text");
    } catch (IOException e) {
      return new Found.Unreadable(reason(e));
    }
  }

  /// Writes a text in the place of what is expected there: beside it first, so that nobody ever
  /// reads half a file and a failure leaves everything as it was. A link stays a link, and
  /// permissions stay. A file with several names keeps them all.
  ///
  /// @param expected what the file held when it was last looked at; empty where it was not there
  static Outcome save(Path file, Optional<String> expected, String text) throws FailureException {
    var found = read(file);
    var wanted = expected.<Found>map(Found.Text::new).orElseGet(Found.Gone::new);
    if (found.equals(new Found.Text(text))) {
      return new Outcome.Written();
    }
    if (!found.equals(wanted)) {
      return new Outcome.Different(found);
    }
    try {
      replace(file, text);
      return new Outcome.Written();
    } catch (IOException e) {
      throw new FailureException(
          "%s was not saved: %s".formatted(file.getFileName(), reason(e)),
          "the text stays here; make room or get permission, then save again",
          e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    var target = WholeFile.target(file);
    var folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    WholeFile.replace(target, text);
  }

  /// What went wrong, without the class name and path that Java's messages carry.
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "its folder is gone";
      case FileSystemException failure when failure.getReason() != null ->
          String.valueOf(failure.getReason());
      default -> Optional.ofNullable(e.getMessage()).orElse("unknown reason");
    };
  }
}
