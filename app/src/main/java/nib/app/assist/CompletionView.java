package nib.app.assist;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import nib.app.style.Marks;
import nib.engine.assist.Completion;

/// The list of names beside the caret. The text keeps the keyboard; its keys are steered here.
final class CompletionView extends StackPane {

  private static final int MOST_LINES = 10;
  private static final double EDGES = 2;

  private final AssistViewModel assist;
  private final CompletionViewModel model;
  private final ListView<Completion> list;
  private final ReadOnlyObjectWrapper<Optional<Node>> spoken =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  CompletionView(AssistViewModel assist) {
    this.assist = assist;
    this.model = assist.completion();
    setId("completion");
    getStyleClass().addAll("floating", "completion");
    list = new ListView<>(model.items());
    list.setId("completion-list");
    list.getStyleClass().addAll(Marks.PLAIN_LIST, "completion-list");
    list.setFocusTraversable(false);
    list.setAccessibleRole(AccessibleRole.LIST_VIEW);
    list.setAccessibleText("Names that can be written here");
    list.setCellFactory(
        _ -> new CompletionCell(this::clicked, cell -> spoken.set(Optional.of(cell))));
    list.setPlaceholder(new Label("No name is known that could be written here"));
    getChildren().add(list);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    model.chosenProperty().addListener((_, _, now) -> follow(now.intValue()));
    // The list selects anew when its items change.
    model.items().addListener((InvalidationListener) _ -> follow(model.chosenProperty().get()));
  }

  /// The line of the chosen name, for who hears instead of sees.
  ReadOnlyObjectProperty<Optional<Node>> spokenProperty() {
    return spoken.getReadOnlyProperty();
  }

  /// Takes a key press away from the text; false where it is the text's.
  boolean steer(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isControlDown() && !event.isShiftDown()) {
      // Also where the command key is another one.
      assist.complete();
      return true;
    }
    boolean plain =
        !(event.isShiftDown() || event.isShortcutDown() || event.isAltDown() || event.isMetaDown());
    if (!model.openProperty().get() || !plain) {
      return false;
    }
    return switch (event.getCode()) {
      case DOWN -> stepped(1);
      case UP -> stepped(-1);
      case PAGE_DOWN -> leapt(MOST_LINES - 1);
      case PAGE_UP -> leapt(1 - MOST_LINES);
      case ENTER -> taken();
      case TAB -> {
        if (model.chosen().isEmpty()) {
          model.step(1);
        }
        yield taken();
      }
      case ESCAPE -> assist.escape();
      default -> false;
    };
  }

  @Override
  protected double computePrefHeight(double width) {
    int lines = Math.clamp(model.items().size(), 1, MOST_LINES);
    return snappedTopInset()
        + snappedBottomInset()
        + lines * Math.max(list.getFixedCellSize(), 1)
        + EDGES;
  }

  private boolean stepped(int by) {
    model.step(by);
    return true;
  }

  private boolean leapt(int by) {
    model.leap(by);
    return true;
  }

  /// Enter takes what is chosen. Where nothing is, it is a line break, and the list goes.
  private boolean taken() {
    return assist.takeCompletion();
  }

  private void clicked() {
    model.choose(list.getSelectionModel().getSelectedIndex());
    assist.takeCompletion();
  }

  private void follow(int chosen) {
    if (chosen < 0 || chosen >= model.items().size()) {
      list.getSelectionModel().clearSelection();
      spoken.set(Optional.empty());
      return;
    }
    list.getSelectionModel().clearAndSelect(chosen);
    list.scrollTo(Math.max(0, chosen - MOST_LINES / 2));
  }
}
