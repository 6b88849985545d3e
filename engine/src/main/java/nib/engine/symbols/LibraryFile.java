package nib.engine.symbols;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.OpenFile;
import nib.engine.binary.ReadFailedException;
import nib.engine.diagnostic.FailureException;

/// A file that should be a library, opened; what goes wrong with the disk becomes sentences here.
final class LibraryFile implements AutoCloseable {

  /// A file of at most this many bytes is read at once: each call of the system costs as much as
  /// copying some thousand bytes, and small archives have many small members.
  private static final long SMALL = 8 << 20;

  /// What stands for bytes of a file's name that are no UTF-8.
  private static final char REPLACEMENT = '\ufffd';

  private final Path path;
  private final ByteView view;
  private final Optional<OpenFile> file;

  private LibraryFile(Path path, ByteView view, Optional<OpenFile> file) {
    this.path = path;
    this.view = view;
    this.file = file;
  }

  static LibraryFile open(Path path) throws FailureException {
    if (!Files.isRegularFile(path)) {
      throw notAFile(path);
    }
    try {
      var file = OpenFile.open(path);
      return new LibraryFile(path, bytes(path, file), Optional.of(file));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ByteView bytes(Path path, OpenFile file) throws IOException, FailureException {
    if (file.bytes().size() > SMALL) {
      return file.bytes();
    }
    try {
      return file.bytes().loaded();
    } catch (MalformedFileException e) {
      file.close();
      throw shortened(path);
    } catch (ReadFailedException e) {
      file.close();
      throw e.why();
    }
  }

  /// A file whose bytes are at hand already.
  static LibraryFile of(Path path, ByteView bytes) {
    return new LibraryFile(path, bytes, Optional.empty());
  }

  Path path() {
    return path;
  }

  ByteView view() {
    return view;
  }

  /// Something that reads the file.
  @FunctionalInterface
  interface Reading<T> {
    T read() throws FailureException;
  }

  /// Reads, and makes sure that the file stayed as long as it was.
  <T> T reading(Reading<T> work) throws FailureException {
    try {
      var result = work.read();
      if (file.isPresent() && !file.get().whole()) {
        throw shortened(path);
      }
      return result;
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (ReadFailedException e) {
      throw unreadable(path, e.why());
    }
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing was written, so nothing is lost
    }
  }

  private static FailureException shortened(Path path) {
    return new FailureException(
        path + " became shorter while it was read",
        "wait until the program that writes it is done, then read it again");
  }

  private static FailureException notAFile(Path path) {
    if (Files.isDirectory(path)) {
      return new FailureException(
          path + " is a folder", "name an archive (.a) or an object file (.o) in it");
    }
    if (Files.exists(path)) {
      return new FailureException(
          path + " is a device or a pipe", "name an archive (.a) or an object file (.o)");
    }
    for (var folder = path.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
        return new FailureException(
            "%s cannot be looked for: the folder %s may not be entered by you"
                .formatted(path, folder),
            "let yourself in: chmod +x " + folder);
      }
    }
    return new FailureException(
        "there is no file " + path,
        path.toString().indexOf(REPLACEMENT) < 0
            ? "correct the path, or build the archive first"
            : "its name is no UTF-8, which Java does not find: rename it, or name a link to it");
  }

  private static FailureException unreadable(Path path, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new FailureException(
          path + " may not be read by you", "make it readable: chmod +r " + path.getFileName(), e);
    }
    if (e instanceof InterruptedIOException) {
      return new FailureException(path + " was not read to its end", "read it again", e);
    }
    return new FailureException(
        "%s cannot be read: %s".formatted(path, e.getMessage()),
        "check the disk or the network folder that it is on",
        e);
  }
}
