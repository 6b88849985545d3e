package nib.engine.symbols;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import nib.engine.archive.Archive;
import nib.engine.archive.ArchiveIndex;
import nib.engine.archive.ArchiveMember;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.OpenFile;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SymbolFilter;

/// A static archive or a lone object file whose members are read one after the other: however large
/// it is, no more than a few members are in memory.
///
/// What is wrong inside a file is part of the answer: a member that cannot be read is one
/// [Member.Unreadable] among the others, and an archive that breaks off has its [#damage()]. Only a
/// file that is no library at all is a failure, which says what it is instead.
public final class OpenLibrary implements AutoCloseable {

  private final Path path;
  private final ByteView bytes;
  private final Optional<OpenFile> file;
  private final Library.Kind kind;
  private final Archive archive;

  private OpenLibrary(Path path, ByteView bytes, Optional<OpenFile> file)
      throws FailureException {
    this.path = path;
    this.bytes = bytes;
    this.file = file;
    try {
      this.kind =
          ArchiveReader.isArchive(bytes) ? Library.Kind.ARCHIVE : Library.Kind.OBJECT_FILE;
      this.archive = members(path, bytes);
    } catch (MalformedFileException e) {
      throw new FailureException(
          "%s is damaged %s".formatted(path, e.getMessage()), "build or copy it again", e);
    }
  }

  /// Opens the file and finds its members.
  public static OpenLibrary open(Path path) throws FailureException {
    if (!Files.isRegularFile(path)) {
      throw notAFile(path);
    }
    try {
      var file = OpenFile.open(path);
      try {
        return new OpenLibrary(path, file.bytes(), Optional.of(file));
      } catch (FailureException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (UncheckedIOException e) {
      throw unreadable(path, e.getCause());
    }
  }

  /// A library whose bytes are at hand already.
  static OpenLibrary of(Path path, ByteView bytes) throws FailureException {
    return new OpenLibrary(path, bytes, Optional.empty());
  }

  /// A lone object file is an archive of one.
  private static Archive members(Path path, ByteView bytes)
      throws MalformedFileException, FailureException {
    if (ArchiveReader.isArchive(bytes)) {
      var archive = ArchiveReader.read(bytes);
      ForeignFile.refuse(path, archive);
      return archive;
    }
    ForeignFile.refuse(path, bytes, ObjectFormat.of(bytes));
    String name = String.valueOf(path.getFileName());
    var alone = new ArchiveMember(name, 0, bytes.size(), bytes, OptionalLong.empty());
    return new Archive(false, Optional.empty(), List.of(alone), Optional.empty());
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
    return new FailureException(
        "there is no file " + path, "correct the path, or build the archive first");
  }

  private static FailureException unreadable(Path path, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new FailureException(
          path + " may not be read by you", "make it readable: chmod +r " + path.getFileName(), e);
    }
    if (e instanceof ClosedByInterruptException) {
      return new FailureException(path + " was not read to its end", "read it again", e);
    }
    return new FailureException(
        "%s cannot be read: %s".formatted(path, e.getMessage()),
        "check the disk or the network folder that it is on",
        e);
  }

  public Path file() {
    return path;
  }

  public Library.Kind kind() {
    return kind;
  }

  /// `libfoo.a(bar.o)`, as linkers and `nm` write it; the file's name alone for an object file.
  public String nameOf(Member member) {
    return Library.nameOf(path, kind, member);
  }

  /// The file's size in bytes.
  public long size() {
    return bytes.size();
  }

  /// Whether the members' bytes lie in files of their own.
  public boolean thin() {
    return archive.thin();
  }

  public int memberCount() {
    return archive.members().size();
  }

  public Optional<ArchiveIndex> index() {
    return archive.index();
  }

  /// Where the container itself stops making sense; no member behind it was found.
  public Optional<Library.Damage> damage() {
    return archive.damage().map(e -> new Library.Damage(e.offset(), e.what()));
  }

  /// Reads all members. `work` runs in several threads, `inOrder` in this one and in the members'
  /// order.
  ///
  /// @throws FailureException when the file could not be read to its end, or changed meanwhile
  public <T> void forEach(SymbolFilter filter, Function<Member, T> work, Consumer<T> inOrder)
      throws FailureException {
    try {
      var reader = new MemberReader(path, filter);
      new Batches(bytes, archive)
          .forEach(member -> work.apply(reader.read(member)), inOrder);
      if (file.isPresent() && !file.get().whole()) {
        throw new FailureException(
            path + " became shorter while it was read",
            "wait until the program that writes it is done, then read it again");
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (UncheckedIOException e) {
      throw unreadable(path, e.getCause());
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
}
