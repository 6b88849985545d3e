package nib.engine.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import nib.engine.archive.ArchiveMember;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.OpenFile;
import nib.engine.binary.ReadFailedException;
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
    try {
      return elsewhere(member, path(member), opener);
    } catch (NotReadException e) {
      return failed.apply(unreadable(member, member.offset(), e.why()));
    }
  }

  private <T> T elsewhere(ArchiveMember member, Path path, Opener<T> opener)
      throws MalformedFileException, NotReadException {
    if (!Files.isRegularFile(path)) { // a pipe would be waited for
      throw new NotReadException(
          "its file %s is %s".formatted(path, Files.exists(path) ? "no file" : "not there"));
    }
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
      throw new NotReadException("its file %s cannot be read: %s".formatted(path, e.getMessage()));
    } catch (ReadFailedException e) {
      throw new NotReadException(
          "its file %s cannot be read: %s".formatted(path, e.why().getMessage()));
    }
  }

  private Path path(ArchiveMember member) throws NotReadException {
    try {
      return archive.toAbsolutePath().resolveSibling(member.name());
    } catch (InvalidPathException e) {
      throw new NotReadException("its name is none of a file: " + e.getReason());
    }
  }

  /// Why a file beside the archive was not read.
  private static final class NotReadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    NotReadException(String why) {
      super(why);
      this.why = why;
    }

    String why() {
      return why;
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
