package nib.engine.objectfile;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.MalformedFileException;

/// Where a reader of debugging information gets its bytes: an object file's sections by the names
/// that DWARF gives them, made ready. What holds them is not its business.
public interface DebugSections {

  /// The order of the bytes in the sections' numbers.
  ByteOrder order();

  /// The section that DWARF calls `name`, such as `.debug_info`: its compression undone,
  /// relocations applied, several of the one name (COMDAT groups) joined. Empty where there is
  /// none.
  ///
  /// Each call reads it again.
  Optional<DebugSection> section(String name) throws MalformedFileException;

  /// The names of the sections that are about debugging, DWARF's by DWARF's names: what a member
  /// that has no `.debug_info` has instead.
  List<String> names() throws MalformedFileException;

  /// Whether [#names] has this one.
  default boolean has(String name) throws MalformedFileException {
    return names().contains(name);
  }

  /// What `value` in the symbol table means as an address of code. On ARM bit 0 of a function's
  /// value tells its instruction set.
  default long codeOffset(long value) {
    return value;
  }

  /// The code that a function symbol stands for, where the symbol itself stands elsewhere: in
  /// `.opd`, as on 64-bit PowerPC before ELFv2.
  default Place code(Place symbol) throws MalformedFileException {
    return symbol;
  }

  /// The name that a compiler knows a symbol by: without the underscore that some formats put
  /// before each.
  default String sourceName(String symbol) {
    return symbol;
  }

  /// A place in a section.
  ///
  /// @param section its number in the file's own counting, as in [SymbolTable#sectionNumber]
  record Place(int section, long offset) {}
}
