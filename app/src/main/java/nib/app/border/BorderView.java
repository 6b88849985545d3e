package nib.app.border;

import java.util.Optional;
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
    list.setAccessibleText("The package's border: imports, exports, modules and archives");
    list.getStyleClass().add(Marks.PLAIN_LIST);
    list.setCellFactory(_ -> new BorderCell(model::open));
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, before, now) -> chosen(before.intValue(), now.intValue()));
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(model::open);
      }
    });
    model.selectedProperty().addListener((_, _, item) -> follow(item));
    setCenter(list);
    follow(model.selectedProperty().get());
  }

  private void chosen(int before, int now) {
    if (following || now < 0 || now >= model.items().size()) {
      return;
    }
    switch (model.items().get(now)) {
      case BorderItem.Heading _, BorderItem.Nothing _ -> skip(now, now >= before ? 1 : -1);
      case BorderItem.OfEntry _, BorderItem.OfModule _, BorderItem.OfArchive _ ->
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
