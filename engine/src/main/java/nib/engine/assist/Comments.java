package nib.engine.assist;

import java.util.ArrayList;
import java.util.List;
import nib.engine.packages.PenModule;
import nib.engine.syntax.Lexer;
import nib.engine.syntax.Token;

/// The comments that belong to definitions: those on the lines directly above.
final class Comments {

  private Comments() {}

  /// The text of the comment above a definition, without the signs; empty where there is none.
  ///
  /// @param start where the definition starts
  static String above(PenModule module, int start) {
    String text = module.source().text().substring(0, start);
    var lines = new ArrayList<String>();
    int below = start;
    for (Token token : Lexer.lex(text).reversed()) {
      if (token.kind() == Token.Kind.END) {
        continue;
      }
      if (token.kind() != Token.Kind.COMMENT
          || lineEnds(text, token.span().end(), below) != 1
          || !startsItsLine(text, token.span().start())) {
        break;
      }
      lines.addFirst(words(token.text()));
      below = token.span().start();
    }
    return String.join("\n", trimmed(lines));
  }

  private static int lineEnds(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private static boolean startsItsLine(String text, int at) {
    return text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank();
  }

  private static String words(String comment) {
    String text = comment.substring(1).stripTrailing();
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  private static List<String> trimmed(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    return lines.subList(from, to);
  }
}
