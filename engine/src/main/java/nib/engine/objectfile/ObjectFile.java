package nib.engine.objectfile;

import java.util.List;

/// One object file, whatever its format was.
///
/// @param machine the machine in words: `x86-64`, `AArch64`, or `machine 4711` where it is unknown
/// @param elfMachine `e_machine`; 0 where the format is not ELF
/// @param symbols in the order of the file's own table, without its reserved entry 0
public record ObjectFile(
    ObjectFormat format, String machine, int elfMachine, List<Symbol> symbols) {

  public ObjectFile {
    symbols = List.copyOf(symbols);
  }
}
