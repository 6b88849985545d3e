package nib.engine.diagnostic;

import java.util.Optional;

/// What can be wrong with a module's text.
public sealed interface SyntaxProblem extends Problem {

  /// What characters, literals and numbers can get wrong.
  sealed interface OfCharacters extends SyntaxProblem {}

  /// What expressions and blocks can get wrong.
  sealed interface OfExpressions extends SyntaxProblem {}

  /// What types, imports and definitions can get wrong.
  sealed interface OfDefinitions extends SyntaxProblem {}

  record UnexpectedToken(String found, String expected) implements SyntaxProblem {}

  /// What stands on the next line has nothing to do with what is missing on this one.
  record MissingBehind(String last, String expected) implements SyntaxProblem {}

  // Characters.

  record UnknownCharacter(String character) implements OfCharacters {}

  /// A character that looks like a blank and is none of the four that are.
  record UnknownBlank(String character) implements OfCharacters {}

  record Semicolon() implements OfCharacters {}

  /// A sign with `=` directly behind it that makes no operator: `+=`, `===`, `?==`.
  record UnknownOperator(String written) implements OfCharacters {}

  /// A word with letters in it that names cannot have.
  record ForeignLetters(String word) implements OfCharacters {}

  // Literals.

  record UnclosedString() implements OfCharacters {}

  record SingleQuote() implements OfCharacters {}

  record UnknownEscape(String written) implements OfCharacters {}

  /// A string that the compiler decodes otherwise than it reads.
  record SurprisingEscape(String written) implements OfCharacters {}

  record MalformedNumber(String written, NumberFlaw flaw) implements OfCharacters {}

  /// What is wrong with a number.
  enum NumberFlaw {
    NO_BINARY_DIGIT,
    DECIMAL_DIGIT,
    NO_HEXADECIMAL_DIGIT,
    NO_EXPONENT
  }

  record NumberTooLarge(String written) implements OfCharacters {}

  record InfiniteNumber(String written) implements OfCharacters {}

  /// A number and a name without a blank between them, which are two things all the same.
  record NumberRunsIntoName(String number, String name) implements OfCharacters {}

  /// A sign before a number that begins with `0b` or `0x`.
  record SignedPrefix(String written) implements OfCharacters {}

  // Names.

  record KeywordAsName(String keyword) implements SyntaxProblem {}

  record MisplacedKeyword(String keyword, String expected) implements SyntaxProblem {}

  record ReservedWord(String word) implements SyntaxProblem {}

  /// More than one quote in a qualified name.
  record PathAsPrefix() implements SyntaxProblem {}

  // Brackets.

  record UnclosedBracket(String open) implements SyntaxProblem {}

  record NestedTooDeeply(int deepest) implements SyntaxProblem {}

  // Expressions.

  record UnaryOperator(String sign) implements OfExpressions {}

  record DoubledOperator(String sign) implements OfExpressions {}

  record EqualsInExpression() implements OfExpressions {}

  record EqualsInCondition() implements OfExpressions {}

  record ElseMissing() implements OfExpressions {}

  record NotElseIf(String word) implements OfExpressions {}

  /// `else if x = e` behind a condition.
  record BindingAfterElse() implements OfExpressions {}

  /// `else if x = e as t` behind a type.
  record ElseIfTakesType() implements OfExpressions {}

  record EmptyBlock() implements OfExpressions {}

  record LastStatementNamed(String name) implements OfExpressions {}

  record ListWithoutType() implements OfExpressions {}

  record MapWithoutTypes() implements OfExpressions {}

  record RepeatedField(String name) implements OfExpressions {}

  /// `x {a: ...`, a name and a map behind it, of which the first key was taken for a field.
  record MapReadAsRecord() implements OfExpressions {}

  /// `x[k]` where no `if` gives it a name.
  record NoIndexing() implements OfExpressions {}

  /// `if [` without names for what is in the list.
  record ListPattern() implements OfExpressions {}

  record UpdateWithoutFields() implements OfExpressions {}

  // Types.

  record FunctionInUnion() implements OfDefinitions {}

  record ResultTypeMissing() implements OfDefinitions {}

  /// A sign that other languages have there.
  record NeedlessSign(String sign, String where) implements OfDefinitions {}

  /// `type name = { field type }`.
  record RecordWithEquals() implements OfDefinitions {}

  // Definitions.

  record UnknownConvention(String written) implements OfDefinitions {}

  /// `what` may not stand after `after`: the order of a module's definitions is fixed.
  record OutOfOrder(String what, String after) implements OfDefinitions {}

  record ImportWithoutModule(Optional<String> packageName) implements OfDefinitions {}

  record BlankBeforeQuote() implements OfDefinitions {}

  record PrivateModule(String name) implements OfDefinitions {}

  record EmptyNameList() implements OfDefinitions {}

  record DefinitionNotAFunction(String name) implements OfDefinitions {}

  /// `name(...)` where a definition should be.
  record FunctionWithoutSign(String name) implements OfDefinitions {}

  /// A word that begins a definition in other languages.
  record OtherLanguage(String word) implements OfDefinitions {}

  record TooManyMistakes(int heard) implements SyntaxProblem {}
}
