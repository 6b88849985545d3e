package nib.app.build;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import nib.engine.build.TargetRow;
import org.jspecify.annotations.Nullable;

/// The box in the header that says what is built for.
public final class TargetChooser extends BorderPane {

  private final ComboBox<TargetRow> box;
  private boolean following;

  public TargetChooser(TargetsViewModel model) {
    box = new ComboBox<>(model.rows());
    box.setId("target");
    box.setAccessibleText("Target to build and check for");
    box.setPromptText("target");
    box.setVisibleRowCount(14);
    box.setCellFactory(_ -> new Cell(true));
    box.setButtonCell(new Cell(false));
    box.valueProperty()
        .addListener((_, _, row) -> {
          if (!following && row != null) {
            model.choose(row);
          }
        });
    model.chosenProperty().addListener((_, _, row) -> follow(row));
    follow(model.chosenProperty().get());
    setCenter(box);
  }

  private void follow(Optional<TargetRow> row) {
    following = true;
    box.setValue(row.orElse(null));
    box.setTooltip(row.map(TargetsViewModel::explanation).map(Tooltip::new).orElse(null));
    following = false;
  }

  private static final class Cell extends ListCell<TargetRow> {
    private final boolean inList;

    Cell(boolean inList) {
      this.inList = inList;
    }

    @Override
    protected void updateItem(@Nullable TargetRow row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      if (empty || row == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      var triple = new Label(row.target().triple());
      triple.getStyleClass().add("mono");
      var note = new Label(note(row));
      note.getStyleClass().add("muted");
      var line = inList ? new HBox(12, triple, note) : new HBox(triple);
      line.setAlignment(Pos.CENTER_LEFT);
      line.setOpacity(TargetsViewModel.buildable(row) ? 1 : 0.6);
      setGraphic(line);
      setTooltip(inList ? new Tooltip(TargetsViewModel.explanation(row)) : null);
      setAccessibleText(row.target().triple() + ", " + note(row));
    }

    private static String note(TargetRow row) {
      if (row.host()) {
        return "this machine";
      }
      return TargetsViewModel.buildable(row) ? "" : "no compiler here";
    }
  }
}
