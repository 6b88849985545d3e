package nib.engine.assist;

import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.Operator;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;

/// A name or an operator in a module's text, and what it is there for. The leaves of the walk.
sealed interface Mention extends SyntaxNode {

  /// The name that is written.
  String text();

  /// A name that is one node of the tree.
  sealed interface Named extends Mention {
    Name name();

    @Override
    default String text() {
      return name().text();
    }

    @Override
    default Span span() {
      return name().span();
    }
  }

  /// `Package'Module` in an import.
  record ModulePath(Import syntax) implements Mention {
    @Override
    public String text() {
      return syntax.prefix();
    }

    @Override
    public Span span() {
      return syntax.target();
    }
  }

  /// The prefix that an import chooses with `as`.
  record Alias(Import syntax, Name name) implements Named {}

  /// A name in an import's braces.
  record Imported(Import syntax, Name name) implements Named {}

  /// The name of a function or a foreign import, where it is defined.
  record ValueName(Name name) implements Named {}

  /// The name of a type, where it is defined.
  record TypeName(Name name) implements Named {}

  /// The name of a field, where it is defined.
  record FieldName(TypeDefinition.Fields record, Name name) implements Named {}

  /// A name that is bound for a stretch of a body.
  record Binding(Name name, Binder binder) implements Named {}

  /// What binds a name.
  enum Binder {
    PARAMETER("parameter"),
    STATEMENT("local name"),
    IF_TYPE("local name, narrowed by `if`"),
    FIRST("the first element, a function that computes it"),
    REST("the list without its first element"),
    MAP_VALUE("the value found in the map"),
    ELEMENT("an element of the list, a function that computes it");

    private final String words;

    Binder(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// What stands before the quote in `Module'name`.
  ///
  /// @param name what stands behind it
  record Qualifier(String text, String name, Span span) implements Mention {}

  /// A variable's name, without its qualifier.
  record VariableUse(Expression.Variable variable) implements Named {
    @Override
    public Name name() {
      return variable.name();
    }
  }

  /// A type's name, without its qualifier.
  record TypeUse(TypeSyntax.Named syntax, Span span) implements Mention {
    @Override
    public String text() {
      return syntax.name();
    }
  }

  /// The field in `record.field`.
  record FieldUse(Expression.FieldAccess access) implements Named {
    @Override
    public Name name() {
      return access.field();
    }
  }

  /// A field that a record literal gives a value.
  record FieldGiven(Expression.RecordLiteral literal, Name name) implements Named {}

  /// A binary operator.
  ///
  /// @param step its index in the operation
  record OperatorUse(Expression.Operation operation, int step) implements Mention {

    Operator operator() {
      return operation.steps().get(step).operator();
    }

    @Override
    public String text() {
      return operator().sign();
    }

    @Override
    public Span span() {
      return operation.steps().get(step).at();
    }
  }
}
