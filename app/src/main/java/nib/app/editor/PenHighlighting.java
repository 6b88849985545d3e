package nib.app.editor;

import java.util.function.BiConsumer;
import nib.app.editor.TokenTable.Look;
import nib.engine.text.Span;

/// Colours Pen text by its tokens: from their looks to style classes.
final class PenHighlighting {

  private PenHighlighting() {}

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
