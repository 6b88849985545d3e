package nib.engine.checking;

import java.util.Optional;
import nib.engine.text.Span;
import nib.engine.types.Type;

/// What an expression stands in, as far as rules ask for it.
///
/// @param lambda the innermost function around it
/// @param inList whether it belongs to a list literal or a comprehension of that function
/// @param overlooked whether it belongs to the condition of a comprehension, which some of the
///   compiler's checks do not visit (`expression_visitor.rs`)
/// @param inside the function of the language, of those that the compiler makes a function around
///   their argument for, whose argument it belongs to (`lib/hir-mir/src/built_in_call.rs`)
record Surroundings(
    Enclosing lambda, boolean inList, boolean overlooked, Optional<BuiltIn> inside) {

  /// A function around an expression.
  static final class Enclosing {
    private final Type result;
    private final Span written;
    private boolean blamed;

    /// @param written where its result type is
    Enclosing(Type result, Span written) {
      this.result = result;
      this.written = written;
    }

    Type result() {
      return result;
    }

    Span written() {
      return written;
    }

    /// Whether this is the first time that the result type is to blame for something.
    boolean firstBlame() {
      boolean first = !blamed;
      blamed = true;
      return first;
    }
  }

  static final Surroundings NONE =
      new Surroundings(
          new Enclosing(Types.UNKNOWN, new Span(0, 0)), false, false, Optional.empty());

  Surroundings inLambda(Type result, Span written) {
    return new Surroundings(new Enclosing(result, written), false, overlooked, Optional.empty());
  }

  Surroundings asElement() {
    return inList ? this : new Surroundings(lambda, true, overlooked, inside);
  }

  Surroundings asListCondition() {
    return new Surroundings(lambda, true, true, inside);
  }

  Surroundings asArgument(BuiltIn function) {
    return new Surroundings(lambda, inList, overlooked, Optional.of(function));
  }
}
