package nib.app.outline;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.engine.assist.OutlineItem;

/// The outline: a head that is always there, and the definitions under it while it is unfolded.
public final class OutlineView extends BorderPane {

  private final OutlineViewModel model;
  private final BooleanProperty unfolded;
  private final TextField filter = new TextField();
  private final ListView<OutlineItem> list;
  private final Label empty = new Label();

  /// Builds the pane.
  ///
  /// @param unfolded whether more than the head shows; its button turns it
  public OutlineView(OutlineViewModel model, BooleanProperty unfolded) {
    this.model = model;
    this.unfolded = unfolded;
    setId("outline");
    getStyleClass().add("outline");
    list = new ListView<>(model.items());
    list.setId("outline-list");
    list.setAccessibleText("The definitions of the shown module");
    list.getStyleClass().add(Marks.PLAIN_LIST);
    list.setCellFactory(_ -> new OutlineCell(model));
    empty.getStyleClass().add("empty-state");
    empty.setWrapText(true);
    list.setPlaceholder(empty);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::open);
    setTop(head());
    model
        .currentProperty()
        .addListener(
            (_, before, now) -> now.ifPresentOrElse(item -> reveal(before, item), this::forget));
    // A list that is just being laid out does not scroll yet.
    list.heightProperty()
        .addListener((_, _, _) ->
            Platform.runLater(() -> model.currentProperty().get().ifPresent(this::scrollTo)));
    model.items().addListener((InvalidationListener) _ -> sayEmpty());
    unfolded.addListener((_, _, _) -> fold());
    model.wantedProperty().addListener((_, _, wanted) -> enter(wanted));
    sayEmpty();
    fold();
  }

  private void enter(boolean wanted) {
    if (wanted) {
      unfolded.set(true);
      filter.requestFocus();
      filter.selectAll();
      model.wantedProperty().set(false);
    }
  }

  private HBox head() {
    var title = new Label("Outline");
    title.getStyleClass().add("list-heading");
    title.setMinWidth(Label.USE_PREF_SIZE);
    filter.setId("outline-filter");
    filter.setPromptText("Filter");
    filter.setAccessibleText("Filter the outline");
    filter.setTooltip(new Tooltip("Filter the outline (Ctrl+F12)"));
    filter.getStyleClass().add(Styles.SMALL);
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.visibleProperty().bind(unfolded);
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    HBox.setHgrow(filter, Priority.ALWAYS);
    var head = new HBox(8, title, filter, toggle());
    head.getStyleClass().add("outline-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Button toggle() {
    var toggle = Icons.FOLDED.button("Unfold the outline");
    toggle.setId("outline-toggle");
    toggle.setOnAction(_ -> unfolded.set(!unfolded.get()));
    Runnable name =
        () -> {
          var words = unfolded.get() ? "Fold the outline" : "Unfold the outline";
          toggle.setGraphic((unfolded.get() ? Icons.UNFOLDED : Icons.FOLDED).node());
          toggle.setAccessibleText(words);
          toggle.setTooltip(new Tooltip(words));
        };
    unfolded.addListener((_, _, _) -> name.run());
    name.run();
    return toggle;
  }

  private void fold() {
    setCenter(unfolded.get() ? list : null);
  }

  private void sayEmpty() {
    empty.setText(
        model.isEmpty()
            ? "The definitions of the shown module show here"
            : "No definition of that name");
  }

  /// Enter in the filter leads to the first one left; Down goes on into the list.
  private void steer(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !model.items().isEmpty()) {
      model.choose(model.items().getFirst());
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !model.items().isEmpty()) {
      list.requestFocus();
      if (list.getSelectionModel().isEmpty()) {
        list.getSelectionModel().selectFirst();
      }
      event.consume();
    }
  }

  private void open(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(model::choose);
      event.consume();
    }
  }

  /// Brings the definition that holds the caret into view. Who walks the list is left alone, and so
  /// is who types within one definition.
  private void reveal(Optional<OutlineItem> before, OutlineItem item) {
    if (list.isFocused()) {
      return;
    }
    list.getSelectionModel().select(item);
    if (before.filter(known -> known.written().equals(item.written())).isEmpty()) {
      scrollTo(item);
    }
  }

  /// The caret stands in no definition.
  private void forget() {
    if (!list.isFocused()) {
      list.getSelectionModel().clearSelection();
    }
  }

  private void scrollTo(OutlineItem item) {
    list.scrollTo(Math.max(0, model.items().indexOf(item) - 2));
  }
}
