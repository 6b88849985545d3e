package nib.app.trial;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.app.table.Clip;
import nib.app.trial.TrialViewModel.State;
import nib.engine.Entry;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Failure;

/// The form of a call, its result, and the calls before.
public final class TrialView extends VBox {

  private static final int SHOWN_TRIALS = 4;

  private final TrialViewModel model;
  private final VBox form = new VBox(8);
  private final VBox result = new VBox(8);
  private final VBox before = new VBox(0);
  private final Label title = new Label("Try it");
  private final Button call = Icons.CALL.labelled("Call");

  public TrialView(TrialViewModel model) {
    this.model = model;
    setId("trial");
    getStyleClass().add("section");
    title.getStyleClass().add("section-title");
    call.setId("call");
    call.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
    call.setTooltip(new Tooltip("Enter or Ctrl+Enter"));
    call.setOnAction(_ -> model.call());
    call.disableProperty().bind(model.runningProperty());
    var terminal = Icons.TERMINAL.button("Copy this call as a command for a terminal");
    terminal.setOnAction(_ -> Clip.copy(model.terminal() + "\n"));
    terminal.visibleProperty().bind(call.visibleProperty());
    title.setMinWidth(0);
    call.setMinWidth(Button.USE_PREF_SIZE);
    var head = new HBox(8, title, new Spacer(), terminal, call);
    head.setAlignment(Pos.CENTER_LEFT);
    result.setId("result");
    getChildren().addAll(head, form, result, before);
    // Ahead of the fields: a toggle would keep Enter to itself.
    form.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            model.call();
            event.consume();
          }
        });
    model.entryProperty().addListener((_, _, _) -> showForm());
    model.arguments().addListener((ListChangeListener<Argument>) _ -> showForm());
    model.stateProperty().addListener((_, _, state) -> showState(state));
    model.history().addListener((ListChangeListener<TrialRow>) _ -> showHistory());
    showForm();
    showState(model.stateProperty().get());
    showHistory();
  }

  /// Puts the cursor into the first argument, or on the button.
  @Override
  public void requestFocus() {
    form.getChildren().stream()
        .flatMap(row -> row.lookupAll(".argument").stream())
        .findFirst()
        .ifPresentOrElse(Node::requestFocus, call::requestFocus);
  }

  private void showForm() {
    var entry = model.entryProperty().get();
    setVisible(entry.isPresent());
    setManaged(entry.isPresent());
    title.setText(entry.map(found -> "Try " + found.symbol()).orElse("Try it"));
    form.getChildren().clear();
    var obstacle = model.obstacle();
    call.setVisible(obstacle.isEmpty());
    obstacle.ifPresentOrElse(
        words -> form.getChildren().add(muted(words)),
        () -> {
          model.arguments().forEach(argument -> form.getChildren().add(new ArgumentRow(argument)));
          if (model.arguments().isEmpty()) {
            form.getChildren().add(muted("It takes no arguments."));
          }
        });
  }

  private void showState(State state) {
    result.getChildren().clear();
    switch (state) {
      case State.Ready _ -> {}
      case State.Running _ -> result.getChildren().add(running());
      case State.Ended ended -> ended(ended.words());
      case State.Failed(var failure) -> failed(failure);
    }
    result.setManaged(!result.getChildren().isEmpty());
    call.setText(state instanceof State.Ended ? "Again" : "Call");
  }

  private Node running() {
    var cancel = new Button("Cancel  Esc");
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setOnAction(_ -> model.cancel());
    var line = new HBox(8, new ProgressBar(), new Label("Running"), new Spacer(), cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void ended(OutcomeText words) {
    var headline = new Label(words.line());
    headline.setId("outcome");
    headline.setWrapText(true);
    headline.setMinHeight(Label.USE_PREF_SIZE);
    // A result is a value to read from afar; what happened instead is a sentence.
    String size = words.mark() == Verdict.AGREES ? "outcome" : "outcome-said";
    headline.getStyleClass().addAll("mono", size, Marks.of(words.mark()));
    var copy = Icons.COPY.button("Copy the result");
    copy.setOnAction(_ -> Clip.copy(words.headline()));
    var first = new HBox(8, headline, new Spacer(), copy);
    first.setAlignment(Pos.CENTER_LEFT);
    result.getChildren().addAll(first, muted(words.note()));
    if (!words.detail().isBlank()) {
      result.getChildren().add(detail(words.detail()));
    }
  }

  private static Node detail(String words) {
    var text = new TextArea(words);
    text.setEditable(false);
    text.setPrefRowCount(Math.clamp(words.lines().count(), 1, 6));
    text.getStyleClass().addAll("mono", "quiet-text");
    text.setAccessibleText("What the function wrote");
    return text;
  }

  private void failed(Failure failure) {
    var what = muted(failure.what());
    what.getStyleClass().setAll("label", "danger-text");
    var copy = Icons.COPY.button("Copy the message");
    copy.setOnAction(_ -> Clip.copy(failure + "\n"));
    var line = new HBox(8, Marks.glyph(Verdict.BROKEN), what, new Spacer(), copy);
    line.setAlignment(Pos.CENTER_LEFT);
    result.getChildren().add(line);
    if (!failure.cure().isEmpty()) {
      result.getChildren().add(muted("cure: " + failure.cure()));
    }
  }

  private void showHistory() {
    before.getChildren().clear();
    var rows = model.history();
    before.setManaged(!rows.isEmpty());
    if (rows.isEmpty()) {
      return;
    }
    before.getChildren().add(muted("Earlier calls"));
    rows.stream().limit(SHOWN_TRIALS).forEach(row -> before.getChildren().add(past(row)));
  }

  private Node past(TrialRow row) {
    String called =
        model.entryProperty().get().map(Entry::symbol).orElse("") + "(" + row.arguments() + ")";
    var link = new Hyperlink(called + "  " + row.outcome().line());
    link.getStyleClass().addAll("mono", "past-trial");
    link.setTooltip(new Tooltip(row.when() + "\nPuts these arguments into the form"));
    link.setOnAction(_ -> model.reload(row));
    link.setMaxWidth(Double.MAX_VALUE);
    return link;
  }

  private static Label muted(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    Optional.of(words).filter(String::isEmpty).ifPresent(_ -> label.setManaged(false));
    return label;
  }
}
