package nib.app.editor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours Pen text by its tokens: a function from text to style classes.
///
/// It knows just enough of the lexical grammar for colours (comments, strings, numbers, words);
/// what a token means is decided elsewhere.
final class PenHighlighting {

  private static final Set<String> KEYWORDS =
      Set.of("as", "else", "export", "for", "foreign", "if", "in", "import", "type");
  private static final Set<String> BUILT_IN =
      Set.of("any", "boolean", "error", "false", "none", "number", "string", "true");

  private final String text;
  private final StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
  private int at;
  private int plainFrom;

  private PenHighlighting(String text) {
    this.text = text;
  }

  static StyleSpans<Collection<String>> of(String text) {
    return new PenHighlighting(text).spans();
  }

  private StyleSpans<Collection<String>> spans() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        token(comment(), "pen-comment");
      } else if (c == '"') {
        token(string(), "pen-string");
      } else if (isDigit(c)) {
        token(number(), "pen-number");
      } else if (isWordStart(c)) {
        int end = word();
        token(end, styleOf(text.substring(at, end)));
      } else {
        at++;
      }
    }
    plain(text.length());
    return spans.create();
  }

  private void token(int end, String style) {
    if (!style.isEmpty()) {
      plain(at);
      spans.add(List.of(style), end - at);
      plainFrom = end;
    }
    at = end;
  }

  /// What lies between coloured tokens; also makes sure that an empty text has one span.
  private void plain(int end) {
    if (end > plainFrom || text.isEmpty()) {
      spans.add(List.of(), end - plainFrom);
    }
  }

  private int comment() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int string() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private int number() {
    int end = at;
    while (end < text.length() && (isWordPart(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private int word() {
    int end = at;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String styleOf(String word) {
    if (KEYWORDS.contains(word)) {
      return "pen-keyword";
    }
    if (BUILT_IN.contains(word)) {
      return "pen-built-in";
    }
    return Character.isUpperCase(word.charAt(0)) ? "pen-public" : "";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }
}
