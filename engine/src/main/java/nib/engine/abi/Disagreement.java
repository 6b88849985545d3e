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

  /// A part of the call of a function whose address is an argument, as the continuation's is.
  ///
  /// @param callback the argument's name
  record OfCallback(String callback, Disagreement part) implements Disagreement {}

  /// Who takes arguments off the stack. With the native convention this is no mistake as long as no
  /// function returns by itself: each ends in a jump to its continuation, and the last of them is C
  /// (`fmm-llvm` marks native functions `fastcc`, which under `-tailcallopt` pop their arguments).
  ///
  /// @param c the bytes that the function takes off by C's rules
  /// @param pen the same by Pen's
  record OfStack(int c, int pen) implements Disagreement {}

  /// Whether a call goes wrong by it, and not only one that breaks a further rule.
  default boolean isHarmful() {
    return switch (this) {
      case OfArgument _, OfResult _ -> true;
      case OfCallback(_, var part) -> part.isHarmful();
      case OfStack _ -> false;
    };
  }

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
    for (int i = 0; i < c.callbacks().size(); i++) {
      var callback = c.callbacks().get(i);
      between(callback, pen.callbacks().get(i)).stream()
          .filter(Disagreement::isHarmful)
          .map(part -> new OfCallback(callback.function().name(), part))
          .forEach(found::add);
    }
    if (c.frame().calleePops() != pen.frame().calleePops()) {
      found.add(new OfStack(c.frame().calleePops(), pen.frame().calleePops()));
    }
    return List.copyOf(found);
  }
}
