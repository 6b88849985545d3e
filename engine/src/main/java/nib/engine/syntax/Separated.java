package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nib.engine.diagnostic.SyntaxProblem;

/// Parses what stands between brackets with commas: arguments, elements, fields.
///
/// There may be one comma behind the last element (`separated_or_terminated_list0` in
/// `lib/parse/src/combinator.rs`).
final class Separated {

  private final TokenStream tokens;

  Separated(TokenStream tokens) {
    this.tokens = tokens;
  }

  /// The elements up to the closing bracket, which is left to the caller.
  ///
  /// @param open the opening bracket
  /// @param what an element, in a message
  /// @param starts whether an element begins here
  <T> List<T> list(int open, String what, BooleanSupplier starts, Supplier<T> element) {
    var list = new ArrayList<T>();
    passCommas(what);
    int before = Brackets.NONE;
    while (starts.getAsBoolean() && tokens.position() > before) {
      before = tokens.position();
      list.add(element.get());
      if (tokens.accept(Sign.COMMA)) {
        passCommas(what);
      } else if (!goesOnWithoutComma(open, starts)) {
        break;
      }
    }
    return list;
  }

  private void passCommas(String what) {
    while (tokens.is(Sign.COMMA)) {
      tokens.unexpected(what);
      tokens.next();
    }
  }

  /// Whether a comma was forgotten. Where the bracket is never closed it is the bracket.
  boolean goesOnWithoutComma(int open, BooleanSupplier starts) {
    Sign bracket = tokens.all().sign(open);
    if (tokens.is(bracket.closing()) || !starts.getAsBoolean()) {
      return false;
    }
    if (!tokens.isClosed(open)) {
      return false;
    }
    if (tokens.is(Sign.SQUARE) && tokens.joined(0)) {
      tokens.complain(new SyntaxProblem.NoIndexing());
      tokens.skip();
      return tokens.accept(Sign.COMMA);
    }
    tokens.unexpected("`,` or `%s`".formatted(bracket.closing().text()));
    return true;
  }

  /// Says that the tree would be too deep, and passes all that would be deeper.
  void tooDeep() {
    tokens.tooDeep(tokens.span());
    while (!endsElement()) {
      tokens.skip();
    }
    tokens.keepQuiet();
  }

  private boolean endsElement() {
    return tokens.atEnd() || tokens.is(Sign.COMMA) || tokens.sign().closes();
  }
}
