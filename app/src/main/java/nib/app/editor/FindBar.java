package nib.app.editor;

import atlantafx.base.controls.Spacer;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.app.style.Icons;
import nib.app.style.Sentence;

/// What to look for, how, and what was found; under it what to put in its place.
final class FindBar extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
  private static final double LEAST_FIELD = 80;

  private final FindViewModel model;
  private final TextField query = field("find-query", "Find");
  private final TextField replacement = field("find-replacement", "Replace with");
  private final Label count = new Label();
  private final Label wrong = new Sentence("", "danger-text");

  /// Makes the bar, which is there as long as the model's is open.
  ///
  /// @param close takes the keyboard back to the text
  FindBar(FindViewModel model, Runnable close) {
    super(4);
    this.model = model;
    setId("find-bar");
    getStyleClass().add("editor-bar");
    query.textProperty().bindBidirectional(model.queryProperty());
    replacement.textProperty().bindBidirectional(model.replacementProperty());
    count.setId("find-count");
    count.getStyleClass().add("muted");
    count.setMinWidth(Label.USE_PREF_SIZE);
    count.managedProperty().bind(count.textProperty().isNotEmpty());
    wrong.setId("find-wrong");
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    getChildren().addAll(finding(close), replacing(), wrong);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(visibleProperty());
    model.stateProperty().addListener((_, _, now) -> show(now));
    model.onOpened(() -> {
      query.requestFocus();
      query.selectAll();
    });
    show(model.stateProperty().get());
  }

  private Node finding(Runnable close) {
    query.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            if (event.isShiftDown()) {
              model.previous();
            } else {
              model.next();
            }
          }
        });
    var previous = Icons.UP.button("Previous match (Shift+F3)");
    previous.setOnAction(_ -> model.previous());
    var next = Icons.DRAWER.button("Next match (F3)");
    next.setOnAction(_ -> model.next());
    var ends = Icons.CLOSE.button("Close (Esc)");
    ends.setOnAction(_ -> close.run());
    return row(
        query,
        count,
        toggle("find-case", "Aa", "Capitals matter", model.sameCaseProperty()),
        toggle("find-word", "word", "Whole words only", model.wholeWordProperty()),
        toggle("find-pattern", ".*", "Regular expression", model.patternProperty()),
        previous,
        next,
        ends);
  }

  private Node replacing() {
    replacement.setOnAction(_ -> model.replace());
    var one = new Button("Replace");
    one.setId("replace");
    one.getStyleClass().add("small");
    one.setMinWidth(Button.USE_PREF_SIZE);
    one.setOnAction(_ -> model.replace());
    var all = new Button("Replace all");
    all.setId("replace-all");
    all.getStyleClass().add("small");
    all.setMinWidth(Button.USE_PREF_SIZE);
    all.setOnAction(_ -> model.replaceAll());
    var row = row(replacement, one, all);
    row.visibleProperty().bind(model.replacingProperty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private static HBox row(TextField field, Node... others) {
    var row = new HBox(4, field);
    row.getChildren().addAll(others);
    row.getChildren().add(new Spacer(0));
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(field, Priority.ALWAYS);
    return row;
  }

  private static TextField field(String id, String words) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.setMinWidth(LEAST_FIELD);
    field.getStyleClass().addAll("small", "mono");
    return field;
  }

  private static ToggleButton toggle(
      String id, String shown, String words, BooleanProperty chosen) {
    var toggle = new ToggleButton(shown);
    toggle.setId(id);
    toggle.getStyleClass().addAll("small", "find-toggle");
    toggle.setAccessibleText(words);
    toggle.setTooltip(new Tooltip(words));
    toggle.setMinWidth(ToggleButton.USE_PREF_SIZE);
    toggle.selectedProperty().bindBidirectional(chosen);
    return toggle;
  }

  private void show(FindViewModel.State state) {
    count.setText(state.wrong() ? "" : state.words());
    wrong.setText(state.wrong() ? state.words() : "");
    query.pseudoClassStateChanged(WRONG, state.wrong());
  }
}
