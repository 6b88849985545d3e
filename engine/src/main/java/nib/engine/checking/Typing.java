package nib.engine.checking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type;

/// What was found out about the bodies of one module.
public interface Typing {

  /// The type of an expression before it is coerced to what is expected of it. Expressions are told
  /// apart by identity.
  Optional<Type> type(Expression expression);

  /// The type of a name where it is bound.
  Optional<Type> type(Name binding);

  Optional<Meaning> meaning(Expression.Variable variable);

  /// What the variables of all bodies mean, one for each variable.
  Stream<Meaning> meanings();

  /// The local names that can be used at an offset, the innermost first; a name that hides another
  /// comes alone.
  List<Meaning.Local> locals(int offset);
}
