package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import nib.engine.ctype.CFunction;

/// A part of a call that C compilers and Pen's compiler do differently, so that one side looks
/// where the other did not put it.
public sealed interface Disagreement {

  /// An argument.
  record OfArgument(CFunction.Parameter parameter, Passing c, Passing pen)
      implements Disagreement {}

  /// The result.
  record OfResult(Returned c, Returned pen) implements Disagreement {}

  /// How one function's two sequences differ, in the order of the declaration.
  static List<Disagreement> between(CallSequence c, CallSequence pen) {
    var found = new ArrayList<Disagreement>();
    for (int i = 0; i < c.arguments().size(); i++) {
      var argument = c.arguments().get(i);
      var other = pen.arguments().get(i).passing();
      if (!argument.passing().equals(other)) {
        found.add(new OfArgument(argument.parameter(), argument.passing(), other));
      }
    }
    if (!c.returned().equals(pen.returned())) {
      found.add(new OfResult(c.returned(), pen.returned()));
    }
    return List.copyOf(found);
  }
}
