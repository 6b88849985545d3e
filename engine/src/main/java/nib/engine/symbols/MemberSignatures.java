package nib.engine.symbols;

import java.util.List;
import nib.engine.dwarf.Evidence;

/// What a member defines for others, and what its debugging information tells of that.
///
/// @param member the member; where it was read, its table holds definitions only
/// @param functions in the order of the member's own table
public record MemberSignatures(Member member, List<Function> functions) {

  public MemberSignatures {
    functions = List.copyOf(functions);
  }

  /// A function and what is known of it.
  ///
  /// @param symbol as the symbol table has it
  public record Function(String symbol, Evidence evidence) {}
}
