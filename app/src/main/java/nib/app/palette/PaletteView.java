package nib.app.palette;

import atlantafx.base.controls.Spacer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.style.Overlay;
import org.jspecify.annotations.Nullable;

/// The search over everything, above the window.
public final class PaletteView extends Overlay {

  private static final double LINE_HEIGHT = 30;
  private static final int MOST_LINES = 12;

  private final PaletteViewModel model;
  private final TextField query = new TextField();
  private final ListView<Hit> hits;

  public PaletteView(PaletteViewModel model) {
    this.model = model;
    setId("palette");
    query.setId("palette-query");
    query.setPromptText("Search entries, findings, symbols and commands");
    query.setAccessibleText("Search everything");
    query.textProperty().bindBidirectional(model.queryProperty());
    hits = new ListView<>(model.hits());
    hits.setFixedCellSize(LINE_HEIGHT);
    hits.getStyleClass().add(Marks.PLAIN_LIST);
    hits.setCellFactory(_ -> new HitCell(model));
    hits.setFocusTraversable(false);
    hits.setPrefHeight(LINE_HEIGHT * MOST_LINES);
    hits.setPlaceholder(new Label("Nothing of that name"));
    var box = new VBox(8, query, hits);
    box.setMaxHeight(VBox.USE_PREF_SIZE);
    hold(box, query, model.openProperty());
    // After the list itself, which has to know how many lines there are now.
    model.hits().addListener((ListChangeListener<Hit>) _ -> first());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
  }

  private void first() {
    hits.getSelectionModel().selectFirst();
    hits.scrollTo(0);
  }

  private void steer(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
      int to = hits.getSelectionModel().getSelectedIndex() + step;
      if (to >= 0 && to < model.hits().size()) {
        hits.getSelectionModel().clearAndSelect(to);
        hits.scrollTo(Math.max(0, to - MOST_LINES + 2));
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !hits.getSelectionModel().isEmpty()) {
      model.take(hits.getSelectionModel().getSelectedItem());
      event.consume();
    }
  }

  private static final class HitCell extends ListCell<Hit> {

    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(8, kind, title, new Spacer(), detail);

    HitCell(PaletteViewModel model) {
      kind.getStyleClass().addAll("muted", "hit-kind");
      detail.getStyleClass().add("muted");
      line.setAlignment(Pos.CENTER_LEFT);
      line.setPrefWidth(1);
      setOnMouseClicked(_ -> {
        if (!isEmpty()) {
          model.take(getItem());
        }
      });
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        return;
      }
      kind.setText(hit.kind());
      title.setText(hit.title());
      detail.setText(hit.detail());
      setGraphic(line);
      setAccessibleText(hit.kind() + " " + hit.title() + " " + hit.detail());
    }
  }
}
