package nib.engine.symbols;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import nib.engine.archive.Archive;
import nib.engine.archive.ArchiveIndex;
import nib.engine.archive.ArchiveMember;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
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

  private final LibraryFile file;
  private final Library.Kind kind;
  private final Archive archive;
  private final List<Library.Slice> slices;

  private OpenLibrary(
      LibraryFile file, Library.Kind kind, Archive archive, List<Library.Slice> slices) {
    this.file = file;
    this.kind = kind;
    this.archive = archive;
    this.slices = slices;
  }

  /// Opens the file and finds its members.
  public static OpenLibrary open(Path path) throws FailureException {
    var file = LibraryFile.open(path);
    try {
      return of(file);
    } catch (FailureException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// A library of an open file, which is closed with it.
  static OpenLibrary of(LibraryFile file) throws FailureException {
    return file.reading(() -> {
      try {
        var kind = kind(file.view());
        if (kind != Library.Kind.FAT_FILE) {
          return new OpenLibrary(file, kind, members(file.path(), file.view()), List.of());
        }
        ForeignFile.refuse(file.path(), file.view(), ObjectFormat.FAT_MACH_O);
        var fat = FatLibrary.of(file.path(), file.view());
        return new OpenLibrary(file, kind, fat.archive(), fat.slices());
      } catch (MalformedFileException e) {
        throw new FailureException(
            "%s is damaged %s".formatted(file.path(), e.getMessage()), "build or copy it again", e);
      }
    });
  }

  private static Library.Kind kind(ByteView bytes) throws MalformedFileException {
    if (ArchiveReader.isArchive(bytes)) {
      return Library.Kind.ARCHIVE;
    }
    return ObjectFormat.of(bytes) == ObjectFormat.FAT_MACH_O
        ? Library.Kind.FAT_FILE
        : Library.Kind.OBJECT_FILE;
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

  public Path file() {
    return file.path();
  }

  public Library.Kind kind() {
    return kind;
  }

  /// `libfoo.a(bar.o)`, as linkers and `nm` write it; the file's name alone for an object file;
  /// with `(for architecture arm64)` in a fat file.
  public String nameOf(Member member) {
    return Library.nameOf(file.path(), kind, slices, member);
  }

  /// What a fat file holds; empty for other files.
  public List<Library.Slice> slices() {
    return slices;
  }

  /// What of a fat file the member belongs to.
  public Optional<Library.Slice> sliceOf(Member member) {
    return Library.sliceOf(slices, member);
  }

  /// The file's size in bytes.
  public long size() {
    return file.view().size();
  }

  /// Whether the members' bytes lie in files of their own.
  public boolean thin() {
    return archive.thin();
  }

  public int memberCount() {
    return archive.members().size();
  }

  /// The members as the archive's headers have them, in the order in which [#forEach] reads them.
  public List<ArchiveMember> contents() {
    return archive.members();
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
    forEach(filter, (_, _) -> Optional.empty(), work, inOrder);
  }

  /// The same, where `brief` may make short work of a member whose bytes are at hand.
  <T> void forEach(
      SymbolFilter filter,
      BiFunction<ArchiveMember, ByteView, Optional<T>> brief,
      Function<Member, T> work,
      Consumer<T> inOrder)
      throws FailureException {
    file.reading(() -> {
      var reader = new MemberReader(file.path(), filter);
      new Batches(file.view(), archive).forEach(item -> read(item, reader, brief, work), inOrder);
      return file;
    });
  }

  private static <T> T read(
      Batches.Item item,
      MemberReader reader,
      BiFunction<ArchiveMember, ByteView, Optional<T>> brief,
      Function<Member, T> work) {
    var done = item.thin() ? Optional.<T>empty() : brief.apply(item.member(), item.content());
    return done.isPresent() ? done.get() : work.apply(reader.read(item));
  }

  /// Reads what all members define for others, with what debugging information tells of functions.
  ///
  /// @param named which symbols are asked about
  /// @throws FailureException when the file could not be read to its end, or changed meanwhile
  public void forEachSignature(Predicate<String> named, Consumer<MemberSignatures> inOrder)
      throws FailureException {
    file.reading(() -> {
      var reader = SignatureMembers.all(file.path(), named);
      new Batches(file.view(), archive).forEach(reader::read, inOrder);
      return file;
    });
  }

  /// Reads one member; safe to call from several threads.
  ///
  /// @param position its place in [#contents()]
  /// @throws FailureException when the file could not be read to its end, or changed meanwhile
  public Member member(int position, SymbolFilter filter) throws FailureException {
    var member = archive.members().get(position);
    var item = new Batches.Item(member, member.content(), archive.thin());
    return file.reading(() -> new MemberReader(file.path(), filter).read(item));
  }

  @Override
  public void close() {
    file.close();
  }
}
