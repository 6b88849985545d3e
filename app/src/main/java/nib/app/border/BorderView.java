package nib.app.border;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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
    list.setOnKeyPressed(event -> {
      if (!event.isShortcutDown()) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
            .ifPresent(item -> press(item, event.getCode()));
      }
    });
    model.selectedProperty().addListener((_, _, item) -> follow(item));
    // Whatever a change made of the list's selection, the line stays that everything is about.
    model
        .items()
        .addListener((InvalidationListener) _ -> follow(model.selectedProperty().get()));
    setCenter(list);
    follow(model.selectedProperty().get());
  }

  private void press(BorderItem item, KeyCode key) {
    switch (key) {
      case ENTER -> model.open(item);
      case RIGHT, LEFT -> {
        if (item instanceof BorderItem.OfDependency line
            && line.folds()
            && line.unfolded() == (key == KeyCode.LEFT)) {
          model.toggle(line);
        }
      }
      default -> {}
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

  private void follow(Optional<BorderItem> item) {
    following = true;
    item.ifPresentOrElse(
        line -> {
          if (!line.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(line);
          }
        },
        list.getSelectionModel()::clearSelection);
    following = false;
  }
}
