package nib.app.editor;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import nib.app.editor.TokenTable.Look;
import nib.engine.text.Span;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Colours Pen text by its tokens: from their looks to style classes.
final class PenHighlighting {

  private PenHighlighting() {}

  /// The styles of a whole text, every character of it in some span.
  static StyleSpans<Collection<String>> of(String text) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    var done = new int[1];
    add(
        TokenTable.of(text),
        new Span(0, text.length()),
        (span, style) -> {
          spans.add(List.of(), span.start() - done[0]);
          spans.add(List.of(style), span.end() - span.start());
          done[0] = span.end();
        });
    // Also makes sure that an empty text has one span.
    spans.add(List.of(), text.length() - done[0]);
    return spans.create();
  }

  /// The style classes of what stands in a stretch of the text, in order.
  static void add(TokenTable tokens, Span here, BiConsumer<Span, String> style) {
    for (int index = tokens.from(here.start());
        index < tokens.count() && tokens.start(index) < here.end();
        index++) {
      String found = style(tokens.look(index));
      if (!found.isEmpty()) {
        style.accept(new Span(tokens.start(index), tokens.end(index)), found);
      }
    }
  }

  private static String style(Look look) {
    return switch (look) {
      case COMMENT -> "pen-comment";
      case STRING -> "pen-string";
      case NUMBER -> "pen-number";
      case KEYWORD -> "pen-keyword";
      case BUILT_IN -> "pen-built-in";
      case PUBLIC -> "pen-public";
      case PLAIN, OPENING, CLOSING -> "";
    };
  }
}
