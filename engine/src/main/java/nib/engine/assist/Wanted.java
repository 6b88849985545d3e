package nib.engine.assist;

import java.util.Set;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;

/// What can be written at a caret.
sealed interface Wanted {

  /// Nothing that has a name yet: a new one, an operator, a literal. Keywords are another matter.
  record Nothing() implements Wanted {}

  /// A value.
  record AnExpression() implements Wanted {}

  /// A type.
  record AType() implements Wanted {}

  /// A name that imports of a prefix bring.
  ///
  /// @param values whether values may stand there, and records that can be made, or else types
  record Qualified(String prefix, boolean values) implements Wanted {}

  /// A field behind a dot.
  ///
  /// @param record what stands before the dot
  record FieldOf(Expression record) implements Wanted {}

  /// A field of a record literal.
  ///
  /// @param given those that it has
  /// @param block whether it may be the beginning of a block instead: `if ready { `
  record FieldOfLiteral(TypeSyntax.Named type, Set<String> given, boolean block)
      implements Wanted {}

  /// A package or a module in an import.
  ///
  /// @param path what was typed of it, without blanks
  /// @param span from its start to the caret
  record AModule(String path, Span span) implements Wanted {}

  /// A name in an import's braces.
  record NameOf(Import syntax) implements Wanted {}
}
