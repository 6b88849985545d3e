package nib.engine.assist;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nib.engine.packages.PenModule;
import nib.engine.syntax.Token;
import nib.engine.text.Excerpt;
import nib.engine.text.Span;

/// Stretches of a module as one line: without comments and line ends, else as written.
final class OneLine {

  private static final int LONGEST = 400;
  private static final Set<String> OPENING = Set.of("(", "\\(", "[");
  private static final Set<String> CLOSING = Set.of(")", "]", ",");

  private OneLine() {}

  static String of(PenModule module, Span span) {
    var line = new StringBuilder();
    var before = Token.Kind.END;
    String last = "";
    int end = span.start();
    for (var token : tokens(module, span)) {
      boolean gap = before != Token.Kind.END && token.span().start() > end;
      if (gap && !OPENING.contains(last) && !CLOSING.contains(token.text())) {
        line.append(' ');
      }
      line.append(token.text());
      before = token.kind();
      last = token.text();
      end = token.span().end();
      if (line.length() > LONGEST) {
        return shortened(line.toString());
      }
    }
    return line.toString();
  }

  /// The text, or its beginning where it is too long for a line.
  static String shortened(String text) {
    return Excerpt.of(text, LONGEST);
  }

  private static List<Token> tokens(PenModule module, Span span) {
    var tokens = module.tokens();
    int from = firstFrom(tokens, span.start());
    int to = firstFrom(tokens, span.end());
    return tokens.subList(from, Math.max(from, to));
  }

  /// The index of the first token that starts at an offset or behind it.
  static int firstFrom(List<Token> tokens, int offset) {
    int found =
        Collections.binarySearch(
            tokens,
            new Token(Token.Kind.END, "", new Span(offset, offset)),
            Comparator.comparingInt(token -> token.span().start()));
    return found >= 0 ? found : -found - 1;
  }
}
