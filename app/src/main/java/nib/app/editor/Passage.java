package nib.app.editor;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import nib.engine.text.Span;
import org.fxmisc.richtext.CodeArea;

/// A piece of text outside of the editor, to read, to select and to copy; as large as it needs to
/// be, wrapped at its width.
public final class Passage extends StackPane {

  private Passage(String text, CodeArea area, String style) {
    // An area does not know how high its text is at a width; a label does.
    var size = new Label(text);
    size.setWrapText(true);
    size.setVisible(false);
    size.setMinHeight(Label.USE_PREF_SIZE);
    size.getStyleClass().add("passage-size");
    getStyleClass().addAll("passage", style);
    area.setEditable(false);
    area.setWrapText(true);
    area.setMinSize(0, 0);
    area.setPrefSize(0, 0);
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText(text);
    getChildren().addAll(size, area);
  }

  /// Pen source, highlighted.
  public static Passage code(String source) {
    var area = new CodeArea(source);
    area.getStyleClass().add("source");
    PenHighlighting.add(
        TokenTable.of(source),
        new Span(0, source.length()),
        (span, style) -> area.setStyle(span.start(), span.end(), List.of(style)));
    return new Passage(source, area, "mono");
  }

  /// Sentences.
  public static Passage words(String text) {
    var area = new CodeArea(text);
    area.getStyleClass().addAll("source", "sentences");
    return new Passage(text, area, "sentences");
  }
}
