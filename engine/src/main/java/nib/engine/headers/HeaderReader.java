package nib.engine.headers;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.OpenFile;
import nib.engine.binary.ReadFailedException;
import nib.engine.diagnostic.FailureException;
import nib.engine.headers.HeaderBytes.Field;
import nib.engine.objectfile.ObjectFormat;

/// Reads the headers of one member, whatever the rest of its file is like.
///
/// `ar_hdr` is that of System V, all text (ar(5)); ELF's is `Elf32_Ehdr` and `Elf64_Ehdr` (gABI,
/// chapter 4), COFF's the "COFF File Header" of the PE specification, Mach-O's `mach_header` of
/// Apple's `loader.h`, Wasm's the preamble of its binary format.
public final class HeaderReader {

  private static final int OBJECT_HEADER = 64;
  private static final int LONGEST_NAME = 256;

  private static final List<Part> AR =
      List.of(
          new Part("ar_name", 16),
          new Part("ar_date", 12),
          new Part("ar_uid", 6),
          new Part("ar_gid", 6),
          new Part("ar_mode", 8),
          new Part("ar_size", 10),
          new Part("ar_fmag", 2));

  private final ByteView file;
  private final List<Field> fields = new ArrayList<>();

  private record Part(String name, int length) {}

  private HeaderReader(ByteView file) {
    this.file = file;
  }

  /// Reads the headers of a member.
  ///
  /// @param offset of its header in the archive; 0 for a lone object file
  public static HeaderBytes read(Path path, long offset) throws FailureException {
    try (var open = OpenFile.open(path)) {
      var reader = new HeaderReader(open.bytes());
      return reader.read(offset);
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (ReadFailedException e) {
      throw unreadable(path, e.why());
    } catch (MalformedFileException e) {
      throw new FailureException(
          "%s ends before this member: %s".formatted(path, e.getMessage()), "read it again", e);
    }
  }

  private static FailureException unreadable(Path path, IOException e) {
    return new FailureException(
        "%s cannot be read: %s".formatted(path, e.getMessage()), "look whether it is there", e);
  }

  private HeaderBytes read(long offset) throws MalformedFileException {
    long at = offset;
    if (offset > 0) {
      at = texts(offset);
    }
    if (!thin() || offset == 0) {
      long room = file.size() - at;
      var object = file.slice(Math.min(at, file.size()), Math.max(0, room));
      object(object, at);
      at += Math.min(OBJECT_HEADER, Math.max(0, room));
    }
    int length = (int) (Math.min(at, file.size()) - offset);
    return new HeaderBytes(offset, file.copy(offset, length), fields);
  }

  private boolean thin() throws MalformedFileException {
    return file.size() >= 8 && file.has(0, "!<thin>\n");
  }

  /// The archive's header of the member; where its content begins.
  private long texts(long offset) throws MalformedFileException {
    long at = offset;
    for (var part : AR) {
      String value = file.ascii(at, part.length());
      fields.add(
          new Field(at, part.length(), part.name(), value.replace("\n", "\\n").stripTrailing()));
      at += part.length();
    }
    String name = fields.getFirst().value();
    if (name.startsWith("#1/")) {
      int length = length(name.substring(3));
      if (length > 0 && at + length <= file.size()) {
        String own = file.ascii(at, length).replace("\0", "");
        fields.add(new Field(at, length, "name (BSD)", own));
        at += length;
      }
    }
    return at;
  }

  private static int length(String digits) {
    return digits.matches("\\d{1,4}") ? Math.min(LONGEST_NAME, Integer.parseInt(digits)) : 0;
  }

  private void object(ByteView object, long base) throws MalformedFileException {
    switch (ObjectFormat.of(object)) {
      case ELF32 -> elf(object, base, 4);
      case ELF64 -> elf(object, base, 8);
      case COFF, COFF_IMPORT, MSVC_INTERMEDIATE -> coff(object.ordered(LITTLE_ENDIAN), base);
      case MACH_O, FAT_MACH_O -> machO(object, base);
      case WASM -> numbers(object, base, List.of(new Part("magic", 4), new Part("version", 4)));
      case BITCODE,
          XCOFF,
          ARCHIVE,
          RUST_METADATA,
          GO_OBJECT,
          GO_EXPORTS,
          WINDOWS_RESOURCES,
          JAVA_CLASS,
          TEXT,
          EMPTY,
          UNRECOGNIZED -> {}
    }
  }

  /// What begins with machine 0 and 0xffff is a short import or an object with more sections than
  /// fit into the old header.
  private void coff(ByteView object, long base) throws MalformedFileException {
    boolean anonymous = object.u16(0) == 0 && object.u16(2) == 0xffff;
    numbers(
        object,
        base,
        anonymous
            ? List.of(
                new Part("Sig1", 2),
                new Part("Sig2", 2),
                new Part("Version", 2),
                new Part("Machine", 2),
                new Part("TimeDateStamp", 4))
            : List.of(
                new Part("Machine", 2),
                new Part("NumberOfSections", 2),
                new Part("TimeDateStamp", 4),
                new Part("PointerToSymbolTable", 4),
                new Part("NumberOfSymbols", 4),
                new Part("SizeOfOptionalHeader", 2),
                new Part("Characteristics", 2)));
  }

  private void elf(ByteView object, long base, int word) throws MalformedFileException {
    var order = object.u8(5) == 2 ? BIG_ENDIAN : LITTLE_ENDIAN;
    numbers(
        object.ordered(order),
        base,
        List.of(
            new Part("EI_MAG0 to EI_MAG3", 4),
            new Part("EI_CLASS", 1),
            new Part("EI_DATA", 1),
            new Part("EI_VERSION", 1),
            new Part("EI_OSABI", 1),
            new Part("EI_ABIVERSION", 1),
            new Part("EI_PAD", 7),
            new Part("e_type", 2),
            new Part("e_machine", 2),
            new Part("e_version", 4),
            new Part("e_entry", word),
            new Part("e_phoff", word),
            new Part("e_shoff", word),
            new Part("e_flags", 4),
            new Part("e_ehsize", 2),
            new Part("e_phentsize", 2),
            new Part("e_phnum", 2),
            new Part("e_shentsize", 2),
            new Part("e_shnum", 2),
            new Part("e_shstrndx", 2)));
  }

  private void machO(ByteView object, long base) throws MalformedFileException {
    int first = object.u8(0);
    var order = first == 0xfe || first == 0xca ? BIG_ENDIAN : LITTLE_ENDIAN;
    var view = object.ordered(order);
    if (first == 0xca || first == 0xbe || first == 0xbf) {
      numbers(view, base, List.of(new Part("magic", 4), new Part("nfat_arch", 4)));
      return;
    }
    numbers(
        view,
        base,
        List.of(
            new Part("magic", 4),
            new Part("cputype", 4),
            new Part("cpusubtype", 4),
            new Part("filetype", 4),
            new Part("ncmds", 4),
            new Part("sizeofcmds", 4),
            new Part("flags", 4)));
  }

  /// Adds the parts that are there; what the file is too short for is left out.
  private void numbers(ByteView object, long base, List<Part> parts) throws MalformedFileException {
    long at = 0;
    for (var part : parts) {
      if (at + part.length() > object.size()) {
        return;
      }
      fields.add(new Field(base + at, part.length(), part.name(), value(object, at, part)));
      at += part.length();
    }
  }

  private static String value(ByteView object, long at, Part part) throws MalformedFileException {
    return switch (part.length()) {
      case 1 -> String.valueOf(object.u8(at));
      case 2 -> both(object.u16(at));
      case 4 -> both(object.u32(at));
      case 8 -> both(object.u64(at));
      default -> "";
    };
  }

  private static String both(long number) {
    return number >= 0 && number < 10
        ? String.valueOf(number)
        : "0x%x (%d)".formatted(number, number);
  }
}
