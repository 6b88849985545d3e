package nib.engine.syntax;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.diagnostic.SyntaxProblem.NumberFlaw;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Finds what is wrong inside number and string literals, each once, however often the parser has
/// looked at them.
final class LiteralChecker {

  private final Tokens tokens;
  private final Complaints complaints;

  /// What the parser has complained about.
  private final Set<Span> complainedAbout;

  private LiteralChecker(Tokens tokens, Complaints complaints) {
    this.tokens = tokens;
    this.complaints = complaints;
    this.complainedAbout = complaints.errorSpans();
  }

  static void check(Tokens tokens, Complaints complaints) {
    var checker = new LiteralChecker(tokens, complaints);
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case NUMBER -> checker.number(i);
        case STRING -> checker.string(i);
        case WORD, KEYWORD, OPEN_STRING, SIGN, COMMENT, UNKNOWN, END -> {}
      }
    }
  }

  private void number(int index) {
    String written = tokens.text(index);
    var span = tokens.span(index);
    var flaw = flaw(written);
    if (flaw.isPresent()) {
      complaints.error(new SyntaxProblem.MalformedNumber(written, flaw.get()), span);
      return;
    }
    OptionalDouble value = Literals.number(written);
    if (value.isEmpty()) {
      complaints.error(new SyntaxProblem.NumberTooLarge(written), span);
    } else if (Double.isInfinite(value.getAsDouble())) {
      complaints.warning(new SyntaxProblem.InfiniteNumber(written), span);
    }
    boolean joined = tokens.kind(index + 1) == Kind.WORD && tokens.start(index + 1) == span.end();
    if (joined && !complainedAbout.contains(tokens.span(index + 1))) {
      complaints.warning(
          new SyntaxProblem.NumberRunsIntoName(written, tokens.text(index + 1)),
          span.to(tokens.span(index + 1)));
    }
  }

  private static Optional<NumberFlaw> flaw(String written) {
    if (written.startsWith("0b")) {
      if (written.length() == 2 || !NumberReader.isBinaryDigit(written.charAt(2))) {
        return Optional.of(NumberFlaw.NO_BINARY_DIGIT);
      }
      boolean binary = written.chars().skip(2).allMatch(c -> NumberReader.isBinaryDigit((char) c));
      return binary ? Optional.empty() : Optional.of(NumberFlaw.DECIMAL_DIGIT);
    }
    if (written.startsWith("0x")) {
      boolean digit = written.length() > 2 && NumberReader.isHexadecimalDigit(written.charAt(2));
      return digit ? Optional.empty() : Optional.of(NumberFlaw.NO_HEXADECIMAL_DIGIT);
    }
    int exponent = Math.max(written.indexOf('e'), written.indexOf('E'));
    boolean digits = exponent < 0 || Lexer.isDigit(written.charAt(written.length() - 1));
    boolean letters = exponent >= 0 && !isExponent(written, exponent + 1);
    return digits && !letters ? Optional.empty() : Optional.of(NumberFlaw.NO_EXPONENT);
  }

  private static boolean isExponent(String written, int from) {
    char first = from < written.length() ? written.charAt(from) : 0;
    int digits = first == '+' || first == '-' ? from + 1 : from;
    return digits < written.length()
        && written.chars().skip(digits).allMatch(c -> Lexer.isDigit((char) c));
  }

  private void string(int index) {
    String text = tokens.whole();
    int start = tokens.start(index);
    int end = tokens.end(index) - 1;
    int at = text.indexOf('\\', start, end);
    if (at < 0) {
      return;
    }
    boolean fine = true;
    while (at >= 0) {
      int length = StringEscapes.length(text, at);
      if (length == 0) {
        fine = false;
        unknownEscape(at, end);
      }
      at = at + Math.max(length, 2) >= end ? -1 : text.indexOf('\\', at + Math.max(length, 2), end);
    }
    if (fine && Literals.isSurprising(tokens.text(index))) {
      surprise(index);
    }
  }

  private void unknownEscape(int at, int end) {
    String text = tokens.whole();
    int length = text.charAt(at + 1) == 'x' ? 4 : 1 + Character.charCount(text.codePointAt(at + 1));
    var span = new Span(at, Math.min(at + length, end));
    complaints.error(
        new SyntaxProblem.UnknownEscape(text.substring(span.start(), span.end())), span);
  }

  /// Points at the first backslash that is taken together with what follows it.
  private void surprise(int index) {
    String text = tokens.whole();
    int end = tokens.end(index) - 1;
    int at = text.indexOf('\\', tokens.start(index), end);
    while (at >= 0 && at + 2 < end) {
      int length = StringEscapes.length(text, at);
      // The second backslash of the pair begins an escape if the first is dropped.
      int taken =
          length == 2 && text.charAt(at + 1) == '\\' ? StringEscapes.length(text, at + 1) : 0;
      if (taken > 0 && text.charAt(at + 2) != '\\' && at + 1 + taken <= end) {
        var span = new Span(at, at + 1 + taken);
        complaints.warning(
            new SyntaxProblem.SurprisingEscape(text.substring(span.start(), span.end())), span);
        return;
      }
      at = text.indexOf('\\', at + length, end);
    }
    complaints.warning(
        new SyntaxProblem.SurprisingEscape(tokens.get(index).text()), tokens.span(index));
  }
}
