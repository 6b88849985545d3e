package nib.engine;

import java.util.List;
import nib.engine.abi.CallParts;
import nib.engine.abi.CallSequence;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Memory;

/// What happens on one target when an entry is called.
///
/// @param c how C compilers do it; both sides of the border have to
/// @param pen how Pen's compiler does it
/// @param parts what the parameters of `c` are
/// @param disagreements where `pen` differs from `c`: there a call goes wrong
/// @param memory what the values are made of
public record CallView(
    Entry entry,
    CallSequence c,
    CallSequence pen,
    CallParts parts,
    List<Disagreement> disagreements,
    Memory memory) {

  public CallView {
    disagreements = List.copyOf(disagreements);
  }
}
