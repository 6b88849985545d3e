package nib.engine.checking;

import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type;
import nib.engine.types.ValueDefinition;

/// What a variable refers to.
public sealed interface Meaning {

  /// A parameter, or a name that a statement, a conditional or a comprehension binds.
  record Local(Name name, Type type) implements Meaning {}

  /// A function or a foreign import, of this module or of an imported one.
  record Global(ValueDefinition definition) implements Meaning {}

  /// A value or function of the language: `true`, `size`.
  record BuiltIn(String name) implements Meaning {}
}
