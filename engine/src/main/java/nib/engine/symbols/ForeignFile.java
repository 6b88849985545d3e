package nib.engine.symbols;

import java.nio.file.Path;
import java.util.Optional;
import nib.engine.archive.Archive;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.objectfile.macho.FatFile;
import nib.engine.objectfile.macho.MachReader;
import nib.engine.objectfile.wasm.WasmReader;

/// Tells what a file is that people take for a library and that is none, and what to name instead.
final class ForeignFile {

  private static final String NAME_A_LIBRARY = "name a static archive (.a) or an object file (.o)";

  private static final int ENOUGH_TEXT = 4096;

  private ForeignFile() {}

  /// Fails for a file, not an archive, that is no object file either.
  static void refuse(Path path, ByteView bytes, ObjectFormat format)
      throws FailureException, MalformedFileException {
    if (bytes.size() == 0) {
      throw new FailureException(
          path + " is empty", "build it again; what should have written it did not");
    }
    var failure =
        switch (format) {
          case ELF64, ELF32 -> linkedElf(path, bytes);
          case MACH_O -> linkedMachO(path, bytes);
          case FAT_MACH_O -> linkedFatFile(path, bytes);
          case WASM ->
              WasmReader.linked(bytes)
                  ? Optional.of(linked(path, "a linked WebAssembly module"))
                  : Optional.<FailureException>empty();
          case COFF, COFF_IMPORT, MSVC_INTERMEDIATE, BITCODE, XCOFF ->
              Optional.<FailureException>empty();
          case ARCHIVE ->
              Optional.of(
                  new FailureException(
                      path + " is an AIX archive, which is not read",
                      "list it with `llvm-nm -X32_64 %s`".formatted(path)));
          case TEXT, JAVA_CLASS, EMPTY, UNRECOGNIZED -> Optional.of(unrecognized(path, bytes));
          case RUST_METADATA, GO_OBJECT, GO_EXPORTS, WINDOWS_RESOURCES ->
              Optional.of(new FailureException(path + " is " + format.words(), NAME_A_LIBRARY));
        };
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /// Fails for an archive that holds no objects on purpose.
  static void refuse(Path path, Archive archive) throws FailureException {
    if (!archive.members().isEmpty()
        && archive.members().getFirst().name().equals("debian-binary")) {
      throw new FailureException(
          path + " is a Debian package",
          "unpack it with `dpkg -x %s FOLDER` and name an archive in the folder"
              .formatted(path.getFileName()));
    }
  }

  private static Optional<FailureException> linkedElf(Path path, ByteView bytes)
      throws MalformedFileException {
    return switch (ElfReader.stage(bytes)) {
      case OBJECT -> Optional.empty();
      case PROGRAM -> Optional.of(linked(path, "a program"));
      case SHARED -> Optional.of(linked(path, "a shared library or a program"));
      case CORE_DUMP -> Optional.of(linked(path, "the core dump of a program"));
    };
  }

  private static Optional<FailureException> linkedMachO(Path path, ByteView bytes)
      throws MalformedFileException {
    return MachReader.linked(bytes).map(what -> linked(path, what));
  }

  /// A fat file is what its first part is.
  private static Optional<FailureException> linkedFatFile(Path path, ByteView bytes)
      throws MalformedFileException {
    var slices = FatFile.slices(bytes);
    return !slices.isEmpty() && ObjectFormat.of(slices.getFirst().content()) == ObjectFormat.MACH_O
        ? linkedMachO(path, slices.getFirst().content())
        : Optional.empty();
  }

  private static FailureException linked(Path path, String what) {
    return new FailureException(
        "%s is %s, not a static library".formatted(path, what),
        "name the static archive (.a) that it was linked from");
  }

  private static FailureException unrecognized(Path path, ByteView bytes)
      throws MalformedFileException {
    var text = text(bytes);
    if (text.isPresent()) {
      return LinkerScript.refused(path, text.get())
          .orElseGet(() -> new FailureException(path + " is a text file", NAME_A_LIBRARY));
    }
    String what = byMagic(bytes).orElse("neither an archive nor an object file");
    boolean packed = what.startsWith("compressed");
    return new FailureException(
        "%s is %s".formatted(path, what),
        packed ? "unpack it and name an archive in it" : NAME_A_LIBRARY);
  }

  /// The start of the file where it is text.
  private static Optional<String> text(ByteView bytes) throws MalformedFileException {
    int length = (int) Math.min(bytes.size(), ENOUGH_TEXT);
    String text = bytes.ascii(0, length);
    boolean readable =
        text.chars().allMatch(one -> (one >= ' ' && one != 0x7f) || (one >= '\t' && one <= '\r'));
    return readable ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> byMagic(ByteView bytes) throws MalformedFileException {
    if (bytes.has(0, "MZ")) {
      return Optional.of("a Windows program or DLL");
    }
    if (bytes.has(0, "\u00ca\u00fe\u00ba\u00be")) {
      return Optional.of("a Java class");
    }
    boolean compressed =
        bytes.has(0, "PK\u0003\u0004")
            || bytes.has(0, "\u001f\u008b")
            || bytes.has(0, "\u00fd7zXZ")
            || bytes.has(0, "BZh")
            || bytes.has(0, "(\u00b5/\u00fd");
    if (compressed) {
      return Optional.of("compressed");
    }
    return bytes.has(257, "ustar") ? Optional.of("a tar archive") : Optional.empty();
  }
}
