package nib.app.editor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nib.engine.syntax.Lexer;
import nib.engine.syntax.Token;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours Pen text by its tokens: a function from text to style classes.
final class PenHighlighting {

  private static final Set<String> BUILT_IN =
      Set.of("any", "boolean", "error", "false", "none", "number", "string", "true");

  private PenHighlighting() {}

  static StyleSpans<Collection<String>> of(String text) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    int plainFrom = 0;
    for (Token token : Lexer.lex(text)) {
      String style = style(token);
      if (!style.isEmpty()) {
        spans.add(List.of(), token.span().start() - plainFrom);
        spans.add(List.of(style), token.span().end() - token.span().start());
        plainFrom = token.span().end();
      }
    }
    // Also makes sure that an empty text has one span.
    spans.add(List.of(), text.length() - plainFrom);
    return spans.create();
  }

  private static String style(Token token) {
    return switch (token.kind()) {
      case COMMENT -> "pen-comment";
      case STRING, OPEN_STRING -> "pen-string";
      case NUMBER -> "pen-number";
      case KEYWORD -> "pen-keyword";
      case WORD -> word(token.text());
      case SIGN, UNKNOWN, END -> "";
    };
  }

  private static String word(String word) {
    if (BUILT_IN.contains(word)) {
      return "pen-built-in";
    }
    return Character.isUpperCase(word.charAt(0)) ? "pen-public" : "";
  }
}
