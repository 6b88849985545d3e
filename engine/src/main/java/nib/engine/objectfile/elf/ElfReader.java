package nib.engine.objectfile.elf;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;

/// Reads ELF objects of 64 bits in either byte order.
///
/// An object file is a header, sections, and a table of section headers that the header points to.
/// Symbols stand in the one section of type `SHT_SYMTAB`, their names in the string table that it
/// links to. Specified by the System V ABI, chapter 4 ("gABI").
public final class ElfReader {

  private ElfReader() {}

  /// Reads the symbols of an object whose format is [ObjectFormat#ELF64].
  public static ObjectFile read(ByteView bytes) throws MalformedFileException {
    var header = ElfHeader.read(bytes);
    var sections = new ElfSections(header);
    var table = sections.first(ElfSection.SHT_SYMTAB);
    return new ObjectFile(
        ObjectFormat.ELF64,
        ElfMachine.name(header.e_machine()),
        header.e_machine(),
        table.isPresent() ? ElfSymbols.read(header, sections, table.get()) : List.of());
  }

  /// What a link makes of objects.
  public enum Stage {
    /// An object file, input of a link.
    OBJECT,
    PROGRAM,
    /// `ET_DYN`: a shared library, or a program that can be loaded anywhere.
    SHARED,
    CORE_DUMP
  }

  /// How far the file has come on its way from the compiler.
  public static Stage stage(ByteView bytes) throws MalformedFileException {
    return switch (ElfHeader.type(bytes)) {
      case ElfHeader.ET_EXEC -> Stage.PROGRAM;
      case ElfHeader.ET_DYN -> Stage.SHARED;
      case ElfHeader.ET_CORE -> Stage.CORE_DUMP;
      default -> Stage.OBJECT;
    };
  }
}
