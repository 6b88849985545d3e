package nib.app.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import nib.app.editor.Annotations.Declared;
import nib.app.style.Marks;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Line numbers, and the verdicts of the declarations that begin in a line.
final class Margin implements IntFunction<Node> {

  private final CodeArea area;
  private Map<Integer, Declared> marks = Map.of();

  Margin(CodeArea area) {
    this.area = area;
    area.setParagraphGraphicFactory(this);
  }

  /// Shows verdicts; only lines with another mark than before are drawn anew.
  void show(Annotations annotations) {
    var before = marks;
    marks = new HashMap<>();
    for (var declared : annotations.declarations()) {
      marks.putIfAbsent(line(declared.span().start()), declared);
    }
    var lines = new HashSet<>(before.keySet());
    lines.addAll(marks.keySet());
    for (int line : lines) {
      if (line < area.getParagraphs().size()
          && !shown(in(before, line)).equals(shown(in(marks, line)))) {
        area.recreateParagraphGraphic(line);
      }
    }
  }

  @Override
  public Node apply(int line) {
    var number = new Label(String.valueOf(line + 1));
    number.getStyleClass().add("line-number");
    var glyph = new Label();
    glyph.getStyleClass().add("glyph");
    in(marks, line)
        .ifPresent(mark -> {
          glyph.setText(mark.verdict().glyph());
          glyph.getStyleClass().add(Marks.of(mark.verdict()));
          glyph.setTooltip(new Tooltip(mark.symbol() + ": " + mark.verdict().word()));
        });
    var margin = new HBox(4, number, glyph);
    margin.getStyleClass().add("margin");
    margin.setAlignment(Pos.TOP_RIGHT);
    return margin;
  }

  /// What a mark shows, whatever place it has.
  private static String shown(Optional<Declared> mark) {
    return mark.map(declared -> declared.verdict() + " " + declared.symbol()).orElse("");
  }

  private static Optional<Declared> in(Map<Integer, Declared> marks, int line) {
    return Optional.ofNullable(marks.get(line));
  }

  private int line(int offset) {
    return area.offsetToPosition(Math.min(offset, area.getLength()), Bias.Forward).getMajor();
  }
}
