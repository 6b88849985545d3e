package nib.engine.objectfile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One object file, whatever its format was.
///
/// @param machine the machine in words: `x86-64`, `AArch64`, or `machine 4711` where it is unknown
/// @param machineNumber the same as the format numbers machines: ELF's `e_machine`, Mach-O's
///   `cputype`, COFF's `Machine`; 0 for Wasm; for LLVM bitcode the bits of an address
/// @param sections what its bytes are, where that was asked for
/// @param symbols those that were asked for, in the order of the file's own table
public record ObjectFile(
    ObjectFormat format,
    String machine,
    int machineNumber,
    List<SectionTotal> sections,
    SymbolTable symbols) {

  private static final byte[] SLIM = "__gnu_lto_slim".getBytes(StandardCharsets.US_ASCII);

  public ObjectFile {
    sections = List.copyOf(sections);
  }

  /// The same object with another table.
  public ObjectFile with(SymbolTable table) {
    return new ObjectFile(format, machine, machineNumber, sections, table);
  }

  /// The name of the symbol that marks what [#intermediate()] tells.
  public static byte[] intermediateMark() {
    return SLIM.clone();
  }

  /// Whether it holds nothing but what gcc leaves for the linker to compile (`-flto`).
  public boolean intermediate() {
    return intermediate(symbols);
  }

  /// The same of an object's symbols.
  public static boolean intermediate(SymbolTable symbols) {
    return mark(symbols) >= 0;
  }

  /// The same object with the symbol that tells [#intermediate()], if any, and no other.
  public ObjectFile marked() {
    int mark = mark(symbols);
    return with(mark < 0 ? symbols.only() : symbols.only(mark));
  }

  /// Where gcc's mark is among the symbols, the last or nearly, or -1.
  private static int mark(SymbolTable symbols) {
    int end = symbols.size();
    for (int i = Math.max(0, end - 4); i < end; i++) {
      if (symbols.named(i, SLIM)) {
        return i;
      }
    }
    return -1;
  }
}
