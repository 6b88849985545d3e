package nib.app.trial;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One line of the form: the parameter's name and type, a field that suits it, what is wrong.
final class ArgumentRow extends VBox {

  private static final double NAME_WIDTH = 96;

  private final Argument argument;
  private final Label problem = new Label();

  ArgumentRow(Argument argument) {
    super(2);
    this.argument = argument;
    var name = new Label(argument.slot().name());
    name.getStyleClass().add("mono");
    var type = new Label(argument.slot().penType());
    type.getStyleClass().addAll("muted", "mono");
    var names = new HBox(8, name, type);
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(NAME_WIDTH);
    var field = field();
    HBox.setHgrow(field, Priority.ALWAYS);
    var line = new HBox(8, names, field);
    line.setAlignment(Pos.CENTER_LEFT);
    problem.getStyleClass().add("danger-text");
    problem.setWrapText(true);
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren().addAll(line, problem);
    show(Optional.empty());
  }

  private Node field() {
    return switch (argument.slot().kind()) {
      case NUMBER -> text("0");
      case STRING -> text("text, with \\n \\t \\xHH");
      case BOOLEAN -> choice();
      case NONE -> words("passed as nothing");
      case UNSUPPORTED -> words("not passed by trials yet");
    };
  }

  private TextField text(String prompt) {
    var field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(
        "Argument %s, %s".formatted(argument.slot().name(), argument.slot().penType()));
    field.getStyleClass().addAll("mono", "argument", Styles.SMALL);
    field.textProperty().bindBidirectional(argument.textProperty());
    InvalidationListener check =
        _ ->
            show(
                argument
                    .problemProperty()
                    .get()
                    .filter(_ -> argument.askedProperty().get() || !field.getText().isEmpty()));
    argument.problemProperty().addListener(check);
    argument.askedProperty().addListener(check);
    return field;
  }

  private Node choice() {
    var group = new ToggleGroup();
    var no = value("false", group, Styles.LEFT_PILL);
    var yes = value("true", group, Styles.RIGHT_PILL);
    argument
        .textProperty()
        .addListener((_, _, text) -> group.selectToggle(text.equals("true") ? yes : no));
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
        });
    return new HBox(no, yes);
  }

  private ToggleButton value(String word, ToggleGroup group, String side) {
    var toggle = new ToggleButton(word);
    toggle.setToggleGroup(group);
    toggle.getStyleClass().addAll(side, Styles.SMALL, "argument", "mono");
    toggle.setSelected(argument.textProperty().get().equals(word));
    toggle.setOnAction(_ -> argument.textProperty().set(word));
    return toggle;
  }

  private static Label words(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private void show(Optional<String> words) {
    problem.setText(words.map(text -> "✗ " + text).orElse(""));
    problem.setVisible(words.isPresent());
    pseudoClassStateChanged(Styles.STATE_DANGER, words.isPresent());
  }
}
