package nib.app.editor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;

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

  private static final int MOST_LINKS = 40;

  private ModuleFile() {}

  static Found read(Path file) {
    try {
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
  /// permissions stay.
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
      replace(target(file), text);
      return new Outcome.Written();
    } catch (IOException e) {
      throw new FailureException(
          "%s was not saved: %s".formatted(file.getFileName(), reason(e)),
          "the text stays here; make room or get permission, then save again",
          e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    boolean there = Files.exists(file);
    if (there && !Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "it is no ordinary file");
    }
    if (there && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    Files.createDirectories(folder);
    // A dot in front, so that nobody takes it for a module meanwhile.
    var beside = folder.resolve(".nib-%x.new".formatted(System.nanoTime()));
    try {
      try (var channel =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      if (there) {
        copyRights(file, beside);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void copyRights(Path from, Path to) throws IOException {
    var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || fresh == null) {
      return;
    }
    var rights = old.readAttributes();
    if (!fresh.readAttributes().group().equals(rights.group())) {
      try {
        fresh.setGroup(rights.group());
      } catch (IOException _) {
        // Only members of a group can give a file to it.
      }
    }
    fresh.setPermissions(rights.permissions());
  }

  /// The file that a link leads to, whether or not it is there.
  private static Path target(Path file) throws IOException {
    var at = file;
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "too many links");
      }
      at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
    }
    return at;
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
