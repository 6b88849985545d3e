package nib.engine.symbols;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.archive.Archive;
import nib.engine.archive.ArchiveMember;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.MappedFile;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.elf.ElfReader;

/// Reads static archives and lone object files.
///
/// What is wrong inside a file is part of the answer: a member that cannot be read is one
/// [Member.Unreadable] among the others, and an archive that breaks off has its [Library#damage()].
/// Only a file that is no library at all is a failure, which says what it is instead.
public final class LibraryReader {

  private LibraryReader() {}

  /// Reads the file; safe to call from any number of threads.
  public static Library read(Path path) throws FailureException {
    if (!Files.isRegularFile(path)) {
      throw notAFile(path);
    }
    try (var file = MappedFile.open(path)) {
      var library = library(path, file.bytes());
      if (!file.whole()) {
        throw cutShort(path);
      }
      return library;
    } catch (AccessDeniedException e) {
      throw new FailureException(
          path + " may not be read by you", "make it readable: chmod +r " + path.getFileName(), e);
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read: %s".formatted(path, e.getMessage()),
          "check the disk or the network folder that it is on",
          e);
    } catch (InternalError e) {
      // A page of the map lost its file (see MappedFile), or something that is not ours to catch.
      if (String.valueOf(e.getMessage()).contains("unsafe memory access")) {
        throw cutShort(path);
      }
      throw e;
    }
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

  private static FailureException cutShort(Path path) {
    return new FailureException(
        path + " became shorter while it was read",
        "wait until the program that writes it is done, then read it again");
  }

  /// Reads a library whose bytes are at hand already.
  static Library library(Path path, ByteView bytes) throws FailureException {
    try {
      if (ArchiveReader.isArchive(bytes)) {
        return archive(path, ArchiveReader.read(bytes), bytes.size());
      }
      var format = ObjectFormat.of(bytes);
      ForeignFile.refuse(path, bytes, format);
      var member = opened(String.valueOf(path.getFileName()), 0, bytes, format);
      return new Library(
          path, Library.Kind.OBJECT_FILE, bytes.size(), List.of(member), Optional.empty());
    } catch (MalformedFileException e) {
      throw new FailureException(
          "%s is damaged %s".formatted(path, e.getMessage()), "build or copy it again", e);
    }
  }

  private static Library archive(Path path, Archive archive, long size) throws FailureException {
    if (archive.thin()) {
      throw new FailureException(
          "%s is a thin archive: it holds the names of %d object files and none of their code"
              .formatted(path, archive.members().size()),
          "name the object files themselves, or build the archive with `ar rcs` instead of `ar rcT`");
    }
    ForeignFile.refuse(path, archive);
    var members = new ArrayList<Member>(archive.members().size());
    for (var member : archive.members()) {
      members.add(member(member));
    }
    var damage = archive.damage().map(e -> new Library.Damage(e.offset(), e.what()));
    return new Library(path, Library.Kind.ARCHIVE, size, members, damage);
  }

  private static Member member(ArchiveMember member) {
    try {
      var format = ObjectFormat.of(member.content());
      return opened(member.name(), member.offset(), member.content(), format);
    } catch (MalformedFileException e) {
      return unreadable(member.name(), member.offset(), member.size(), e);
    }
  }

  private static Member opened(String name, long offset, ByteView content, ObjectFormat format) {
    long size = content.size();
    return switch (format) {
      case ELF64 -> {
        try {
          yield new Member.Read(name, offset, size, ElfReader.read(content));
        } catch (MalformedFileException e) {
          yield unreadable(name, offset, size, e);
        }
      }
      case ELF32, MACH_O, COFF, WASM, BITCODE, UNRECOGNIZED ->
          new Member.Unopened(name, offset, size, format);
    };
  }

  private static Member unreadable(String name, long offset, long size, MalformedFileException e) {
    return new Member.Unreadable(name, offset, size, e.offset(), e.what());
  }
}
