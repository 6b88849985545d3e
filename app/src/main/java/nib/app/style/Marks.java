package nib.app.style;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Severity;

/// Style classes that several panes share, and the glyphs of verdicts.
public final class Marks {

  public static final String PLAIN_LIST = "plain-list";
  public static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private Marks() {}

  /// The verdict's role among the theme's colours.
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case AGREES -> "success-text";
      case BROKEN -> "danger-text";
      case DOUBTFUL -> "warning-text";
      case NOT_CHECKABLE -> "accent-text";
      case NOT_BUILT -> "muted";
    };
  }

  public static String of(Severity severity) {
    return switch (severity) {
      case ERROR -> "danger-text";
      case WARNING -> "warning-text";
      case NOTE -> "accent-text";
    };
  }

  public static String glyph(Severity severity) {
    return switch (severity) {
      case ERROR -> Verdict.BROKEN.glyph();
      case WARNING -> Verdict.DOUBTFUL.glyph();
      case NOTE -> "i";
    };
  }

  /// A warning that stands above what it is about.
  public static Label remark(String words) {
    return new Sentence(Verdict.DOUBTFUL.glyph() + " " + words, "warning-text", "indented");
  }

  /// As many warnings as the list has at any time.
  public static VBox remarks(ObservableList<String> words) {
    var box = new VBox(4);
    words.addListener(
        (ListChangeListener<String>)
            _ -> box.getChildren().setAll(words.stream().map(Marks::remark).toList()));
    return box;
  }

  /// The verdict's glyph, as wide as any other.
  public static Label glyph(Verdict verdict) {
    var glyph = new Label(verdict.glyph());
    glyph.getStyleClass().addAll("glyph", of(verdict));
    return glyph;
  }
}
