package nib.engine.symbols;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import nib.engine.archive.ArchiveMember;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.OpenFile;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.bitcode.BitcodeReader;
import nib.engine.objectfile.coff.CoffReader;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.objectfile.macho.MachReader;
import nib.engine.objectfile.wasm.WasmReader;

/// Opens each member with the reader of its format.
final class MemberReader {

  private final Path archive;
  private final SymbolFilter filter;

  MemberReader(Path archive, SymbolFilter filter) {
    this.archive = archive;
    this.filter = filter;
  }

  /// Makes something of a member's content.
  @FunctionalInterface
  interface Opener<T> {
    T open(ArchiveMember member, ByteView content) throws MalformedFileException;
  }

  /// Reads a member; safe to call from several threads.
  Member read(Batches.Item item) {
    return open(item, this::opened, Function.identity());
  }

  /// Finds a member's content, wherever it lies, and has `opener` look at it.
  ///
  /// @param failed what to make of a member whose content is not there or damaged
  <T> T open(Batches.Item item, Opener<T> opener, Function<Member, T> failed) {
    var member = item.member();
    try {
      return item.thin() ? elsewhere(member, opener, failed) : opener.open(member, item.content());
    } catch (MalformedFileException e) {
      return failed.apply(unreadable(member, e.offset(), e.what()));
    }
  }

  /// Opens a member of a thin archive: another file, named relative to the archive's folder.
  private <T> T elsewhere(ArchiveMember member, Opener<T> opener, Function<Member, T> failed)
      throws MalformedFileException {
    var folder = archive.toAbsolutePath().getParent();
    var path = folder == null ? Path.of(member.name()) : folder.resolve(member.name());
    try (var file = OpenFile.open(path)) {
      if (member.nested().isPresent()) {
        var inner = new ArchiveReader.Finder(file.bytes()).at(member.nested().getAsLong());
        return opener.open(
            new ArchiveMember(
                inner.name(), member.offset(), inner.size(), inner.content(), member.nested()),
            inner.content());
      }
      return opener.open(member, file.bytes());
    } catch (IOException e) {
      return failed.apply(
          unreadable(
              member,
              member.offset(),
              e instanceof NoSuchFileException
                  ? "its file %s is not there".formatted(path)
                  : "its file %s cannot be read: %s".formatted(path, e.getMessage())));
    }
  }

  Member opened(ArchiveMember member, ByteView content) throws MalformedFileException {
    var format = ObjectFormat.of(content);
    return switch (format) {
      case ELF32, ELF64 -> read(member, content, ElfReader.read(content, filter));
      case COFF, COFF_IMPORT -> read(member, content, CoffReader.read(content, format, filter));
      case MACH_O -> read(member, content, MachReader.read(content, filter));
      case WASM -> read(member, content, WasmReader.read(content, filter));
      case BITCODE -> {
        var object = BitcodeReader.read(content, filter);
        yield object.isPresent()
            ? read(member, content, object.get())
            : unopened(member, content, format);
      }
      case FAT_MACH_O, MSVC_INTERMEDIATE, XCOFF -> unopened(member, content, format);
      case ARCHIVE, RUST_METADATA, GO_OBJECT, GO_EXPORTS -> unopened(member, content, format);
      case WINDOWS_RESOURCES, JAVA_CLASS, TEXT, EMPTY, UNRECOGNIZED ->
          unopened(member, content, format);
    };
  }

  private static Member read(ArchiveMember member, ByteView content, ObjectFile object) {
    return new Member.Read(member.name(), member.offset(), content.size(), object);
  }

  private static Member unopened(ArchiveMember member, ByteView content, ObjectFormat format) {
    return new Member.Unopened(member.name(), member.offset(), content.size(), format);
  }

  private static Member unreadable(ArchiveMember member, long at, String what) {
    return new Member.Unreadable(member.name(), member.offset(), member.size(), at, what);
  }
}
