package nib.app.help;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.Command;
import nib.app.style.Marks;
import nib.app.style.Overlay;
import nib.app.style.Sentence;
import nib.engine.diagnosis.Verdict;

/// The page of keys and glyphs. Esc closes it.
public final class HelpView extends Overlay {

  public HelpView(List<Command> commands, BooleanProperty open) {
    setId("help");
    var keyed = commands.stream().filter(command -> !command.shown().isEmpty()).toList();
    int half = (keyed.size() + 1) / 2;
    var keys = new HBox(32, keys(keyed.subList(0, half)), keys(keyed.subList(half, keyed.size())));
    var box =
        new VBox(
            16,
            title("Keys"),
            keys,
            title("Verdicts"),
            verdicts(),
            new Sentence(
                "The picture of a call: the arrow keys walk its parts, Enter goes to where a part is"
                    + " declared. In the prototype and in the picture's text the caret does the"
                    + " walking.",
                "muted"),
            new Sentence(
                "Every table: click a head to sort, Ctrl+C copies rows, the menu key offers more.",
                "muted"));
    var page = page(box);
    hold(page, page, open);
  }

  private static Node keys(List<Command> commands) {
    var grid = new GridPane(16, 4);
    for (int row = 0; row < commands.size(); row++) {
      var key = new Label(commands.get(row).shown());
      key.getStyleClass().addAll("mono", "key");
      key.setMinWidth(Label.USE_PREF_SIZE);
      grid.addRow(row, key, new Sentence(commands.get(row).name()));
    }
    return grid;
  }

  private static Node verdicts() {
    var grid = new GridPane(12, 4);
    var all = Verdict.values();
    for (int row = 0; row < all.length; row++) {
      var word = new Label(all[row].word());
      word.getStyleClass().add(Marks.of(all[row]));
      grid.addRow(row, Marks.glyph(all[row]), word, new Sentence(meaning(all[row]), "muted"));
    }
    return grid;
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case AGREES -> "both sides agree, as far as the evidence beside it reaches";
      case BROKEN -> "the two sides do not fit; the cure says what to change";
      case DOUBTFUL -> "it works, and something about it deserves a look";
      case NOT_CHECKABLE -> "there is no evidence; the cure says how to get some";
      case NOT_BUILT -> "there is no archive for this target yet";
    };
  }
}
