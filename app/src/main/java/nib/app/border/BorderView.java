package nib.app.border;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import nib.app.style.Marks;

/// The list at the left.
public final class BorderView extends BorderPane {

  private final BorderViewModel model;
  private final ListView<BorderItem> list;
  private boolean following;

  public BorderView(BorderViewModel model) {
    this.model = model;
    this.list = new ListView<>(model.items());
    getStyleClass().add("border-pane");
    list.setId("border-list");
    list.setAccessibleText(
        "The package's border: imports, exports, dependencies, modules and archives");
    list.getStyleClass().add(Marks.PLAIN_LIST);
    list.setCellFactory(_ -> new BorderCell(model));
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, before, now) -> chosen(before.intValue(), now.intValue()));
    // Ahead of the list itself, for which these arrows lead out of it.
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    model.selectedProperty().addListener((_, _, item) -> follow(item));
    // Whatever a change made of the list's selection, the line stays that everything is about.
    model.items().addListener((InvalidationListener) _ -> follow(model.selectedProperty().get()));
    // A drawer that comes up takes the room from below.
    list.heightProperty().addListener((_, _, _) -> Platform.runLater(this::revealSelected));
    setCenter(list);
    follow(model.selectedProperty().get());
  }

  private void press(KeyEvent event) {
    var item = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    boolean arrow = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT;
    if (event.isShortcutDown() || item.isEmpty()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      model.open(item.get());
    } else if (arrow && item.get() instanceof BorderItem.OfDependency line && line.folds()) {
      event.consume();
      if (line.unfolded() == (event.getCode() == KeyCode.LEFT)) {
        model.toggle(line);
      }
    }
  }

  private void chosen(int before, int now) {
    if (following || model.updating() || now < 0 || now >= model.items().size()) {
      return;
    }
    switch (model.items().get(now)) {
      case BorderItem.Heading _, BorderItem.Nothing _ -> skip(now, now >= before ? 1 : -1);
      case BorderItem.OfEntry _,
          BorderItem.OfModule _,
          BorderItem.OfDependency _,
          BorderItem.OfDependencyEntry _,
          BorderItem.OfArchive _ ->
          model.choose(model.items().get(now));
    }
  }

  /// Headings are read, not selected: the arrow keys pass over them.
  private void skip(int from, int step) {
    int to = from + step;
    if (to >= 0 && to < model.items().size()) {
      list.getSelectionModel().clearAndSelect(to);
      list.scrollTo(Math.max(0, Math.min(to, from) - 1));
    } else {
      follow(model.selectedProperty().get());
    }
  }

  /// Scrolls as little as brings a line into view, once the list has its lines; the first of a part
  /// with the heading above it.
  private void reveal(BorderItem line) {
    int at = model.items().indexOf(line);
    if (at >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      boolean first = at > 0 && model.items().get(at - 1) instanceof BorderItem.Heading;
      flow.scrollTo(first ? at - 1 : at);
    }
  }

  private void revealSelected() {
    model.selectedProperty().get().ifPresent(this::reveal);
  }

  private void follow(Optional<BorderItem> item) {
    following = true;
    item.ifPresentOrElse(
        line -> {
          if (!line.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(line);
          }
          if (!model.updating()) {
            Platform.runLater(() -> reveal(line));
          }
        },
        list.getSelectionModel()::clearSelection);
    following = false;
  }
}
