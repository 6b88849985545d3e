package nib.engine.objectfile.elf;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.SectionTotals;
import nib.engine.objectfile.SymbolFilter;

/// Reads ELF objects of 32 and 64 bits in either byte order.
///
/// An object file is a header, sections, and a table of section headers that the header points to.
/// Symbols stand in the one section of type `SHT_SYMTAB`, their names in the string table that it
/// links to. Specified by the System V ABI, chapter 4 ("gABI").
public final class ElfReader {

  private ElfReader() {}

  /// Reads an object whose format is [ObjectFormat#ELF32] or [ObjectFormat#ELF64].
  public static ObjectFile read(ByteView bytes, SymbolFilter filter) throws MalformedFileException {
    var header = ElfHeader.read(bytes);
    var sections = new ElfSections(header, filter);
    return new ObjectFile(
        header.elfClass().wide() ? ObjectFormat.ELF64 : ObjectFormat.ELF32,
        ElfMachine.name(header.e_machine()),
        header.e_machine(),
        filter.detail() ? totals(sections) : List.of(),
        ElfIntermediate.with(sections, ElfSymbols.read(sections, filter), filter));
  }

  /// The object's debugging information.
  public static DebugSections debugSections(ByteView bytes) throws MalformedFileException {
    return new ElfDebugSections(bytes);
  }

  private static List<SectionTotal> totals(ElfSections sections) throws MalformedFileException {
    var totals = new SectionTotals();
    for (int i = 1; i < sections.count(); i++) {
      var section = sections.at(i);
      String name = sections.name(section);
      totals.add(name, content(section, name), section.sh_size());
    }
    return totals.largestFirst();
  }

  private static Content content(ElfSection section, String name) {
    if (section.has(ElfSection.SHF_EXECINSTR)) {
      return Content.CODE;
    }
    if (section.has(ElfSection.SHF_ALLOC)) {
      return section.sh_type() == ElfSection.SHT_NOBITS
          ? Content.ZEROED
          : section.has(ElfSection.SHF_WRITE) ? Content.DATA : Content.READ_ONLY;
    }
    boolean debug = name.contains("debug") || name.startsWith(".stab") || name.startsWith(".gdb");
    return debug ? Content.DEBUG : Content.LINKING;
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
