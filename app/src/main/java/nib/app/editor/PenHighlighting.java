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

  /// Ordinary names to the lexer, and yet what a reader looks for (language reference, section 2).
  private static final Set<String> BUILT_IN =
      Set.of("any", "boolean", "error", "false", "none", "number", "string", "true");

  private PenHighlighting() {}

  static StyleSpans<Collection<String>> of(String text) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    int plainFrom = 0;
    for (var token : Lexer.lex(text)) {
      var style = style(token);
      if (!style.isEmpty()) {
        spans.add(List.of(), token.span().start() - plainFrom);
        spans.add(style, token.span().end() - token.span().start());
        plainFrom = token.span().end();
      }
    }
    spans.add(List.of(), text.length() - plainFrom);
    return spans.create();
  }

  private static List<String> style(Token token) {
    return switch (token.kind()) {
      case KEYWORD -> List.of("pen-keyword");
      case STRING, OPEN_STRING -> List.of("pen-string");
      case NUMBER -> List.of("pen-number");
      case COMMENT -> List.of("pen-comment");
      case WORD -> word(token.text());
      case SIGN, UNKNOWN, END -> List.of();
    };
  }

  private static List<String> word(String word) {
    if (BUILT_IN.contains(word)) {
      return List.of("pen-built-in");
    }
    return Character.isUpperCase(word.charAt(0)) ? List.of("pen-public") : List.of();
  }
}
