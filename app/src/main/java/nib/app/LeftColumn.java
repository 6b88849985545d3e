package nib.app;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import nib.app.outline.OutlineView;
import nib.app.outline.OutlineViewModel;

/// What stands left of the text: the border over the outline, which folds away to its head.
final class LeftColumn extends BorderPane {

  private static final double LEAST = 96;
  private static final double USUAL = 0.58;

  private final Settings settings;
  private final Node border;
  private final OutlineView outline;
  private final SplitPane floors = new SplitPane();
  private final BooleanProperty unfolded = new SimpleBooleanProperty();
  private double outlineAt;

  LeftColumn(Node border, OutlineViewModel model, Settings settings) {
    this.settings = settings;
    this.border = border;
    unfolded.set(!settings.get(Settings.OUTLINE).equals(Optional.of("folded")));
    outlineAt = settings.number(Settings.OUTLINE_HEIGHT, USUAL);
    outline = new OutlineView(model, unfolded);
    floors.setOrientation(Orientation.VERTICAL);
    unfolded.addListener((_, _, now) -> place(now));
    place(unfolded.get());
  }

  OutlineView outline() {
    return outline;
  }

  /// Remembers how it was left.
  void remember() {
    settings.put(Settings.OUTLINE, unfolded.get() ? "unfolded" : "folded");
    settings.put(Settings.OUTLINE_HEIGHT, String.valueOf(Dividers.first(floors, outlineAt)));
  }

  private void place(boolean open) {
    if (open) {
      setBottom(null);
      outline.setMinHeight(LEAST);
      floors.getItems().setAll(border, outline);
      setCenter(floors);
      Dividers.put(floors, outlineAt);
    } else {
      outlineAt = Dividers.first(floors, outlineAt);
      floors.getItems().clear();
      outline.setMinHeight(USE_COMPUTED_SIZE);
      setCenter(border);
      setBottom(outline);
    }
  }
}
