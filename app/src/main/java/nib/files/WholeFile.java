package nib.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// Files that are there whole or not at all.
public final class WholeFile {

  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /// Puts a text in the place of a file: beside it first, so that nobody ever reads half of it and
  /// a failure leaves everything as it was. A link stays a link, and permissions stay. A file with
  /// several names keeps them all, for which it has to be written in place: were that to fail
  /// halfway, the whole text stays beside it.
  public static void replace(Path file, String text) throws IOException {
    replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same for bytes.
  public static void replace(Path file, byte[] content) throws IOException {
    var target = target(file).toAbsolutePath();
    boolean there = Files.exists(target);
    if (there && !Files.isRegularFile(target)) {
      throw new FileSystemException(target.toString(), null, "it is no ordinary file");
    }
    if (there && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    // A dot in front, so that nobody takes it for a module meanwhile.
    var beside = target.resolveSibling(".nib-%x.new".formatted(System.nanoTime()));
    boolean half = false;
    try {
      write(beside, content, StandardOpenOption.CREATE_NEW);
      if (there && hasOtherNames(target)) {
        half = true;
        write(target, content, StandardOpenOption.TRUNCATE_EXISTING);
        half = false;
        return;
      }
      if (there) {
        copyRights(target, beside);
      }
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw half
          ? new FileSystemException(
              target.toString(), null, "%s; all of it is in %s".formatted(e.getMessage(), beside))
          : e;
    } finally {
      if (!half) {
        Files.deleteIfExists(beside);
      }
    }
  }

  private static void write(Path file, byte[] content, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(file, how, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static boolean hasOtherNames(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(file, "unix:nlink") instanceof Integer links
        && links > 1;
  }

  /// The file that a link leads to, whether or not it is there.
  public static Path target(Path file) throws IOException {
    var at = file;
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "too many links");
      }
      at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
    }
    return at;
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
}
