package nib.app.build;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.build.BuildViewModel.State;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.app.table.Clip;
import nib.engine.build.BuildRun;
import nib.engine.build.OutputLine;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Failure;

/// The console of a build: how it stands, then every line of both streams; or the script that waits
/// for a yes, in the same place.
public final class BuildView extends BorderPane {

  private final BuildViewModel model;
  private final ListView<OutputLine> console;
  private final Label empty = new Label();

  public BuildView(BuildViewModel model) {
    this.model = model;
    setId("build");
    console = new ListView<>(model.lines());
    console.setId("console");
    console.setAccessibleText("What the script wrote");
    console.getStyleClass().addAll(Marks.PLAIN_LIST, "console");
    console.setCellFactory(_ -> new ConsoleCell());
    empty.getStyleClass().add("empty-state");
    console.setPlaceholder(empty);
    model.lines().addListener((ListChangeListener<OutputLine>) _ -> toEnd());
    model.stateProperty().addListener((_, _, _) -> show());
    model.questionProperty().addListener((_, _, _) -> show());
    show();
  }

  private void toEnd() {
    if (!model.lines().isEmpty()) {
      console.scrollTo(model.lines().size() - 1);
    }
  }

  private void show() {
    model
        .questionProperty()
        .get()
        .ifPresentOrElse(
            script -> {
              var question = new TrustView(model, script);
              setTop(null);
              setCenter(question);
              question.requestFocus();
            },
            () -> {
              setTop(head(model.stateProperty().get()));
              empty.setText(wordsForNoLines(model.stateProperty().get()));
              setCenter(console);
            });
  }

  private static String wordsForNoLines(State state) {
    return switch (state) {
      case State.Idle _, State.Refused _ -> "What the script writes shows here. Build runs it.";
      case State.Running _ -> "It wrote nothing yet.";
      case State.Built _, State.Failed _ -> "It wrote nothing.";
    };
  }

  private Node head(State state) {
    return switch (state) {
      case State.Idle _ -> line(muted("Nothing was built yet"), new Spacer(), build("Build"));
      case State.Running _ -> running();
      case State.Built(var run) -> built(run);
      case State.Failed(var failure) -> failed(failure);
      case State.Refused(var script) -> refused(script);
    };
  }

  private Node running() {
    var cancel = new Button("Cancel  Esc");
    cancel.getStyleClass().add(Styles.SMALL);
    cancel.setOnAction(_ -> model.cancel());
    var bar = new ProgressBar();
    bar.setPrefWidth(160);
    return line(bar, new Label("Running the script"), new Spacer(), cancel);
  }

  private Node built(BuildRun run) {
    var glyph = Marks.glyph(Verdict.AGREES);
    var words =
        new Label(
            "built in %s, %s protocol"
                .formatted(
                    BuildViewModel.words(run.took()),
                    run.protocol().map(protocol -> protocol.word()).orElse("no")));
    var remarks = new VBox(4);
    remarks.getChildren().add(line(glyph, words, new Spacer(), copyLines(), build("Build again")));
    run.archives().forEach(archive -> remarks.getChildren().add(indented(archive.toString())));
    run.remarks().forEach(remark -> remarks.getChildren().add(indented("! " + remark)));
    return remarks;
  }

  private Node failed(Failure failure) {
    var what = new Label(failure.what());
    what.setWrapText(true);
    what.getStyleClass().add("danger-text");
    var first = line(Marks.glyph(Verdict.BROKEN), what, new Spacer());
    var copy = Icons.COPY.button("Copy the message");
    copy.setOnAction(_ -> Clip.copy(failure + "\n" + model.terminal() + "\n"));
    first.getChildren().addAll(copy, build("Build again"));
    var all = new VBox(4, first);
    if (!failure.cure().isEmpty()) {
      all.getChildren().add(indented("cure: " + failure.cure()));
    }
    var terminal = indented("in a terminal: " + model.terminal());
    terminal.getStyleClass().add("mono");
    all.getChildren().add(terminal);
    return all;
  }

  private Node refused(String script) {
    var review = new Button("Review the script");
    review.getStyleClass().add(Styles.SMALL);
    review.setOnAction(_ -> model.review());
    return line(
        Marks.glyph(Verdict.DOUBTFUL),
        new Label("%s may not run: you said no to it as it stands".formatted(script)),
        new Spacer(),
        review);
  }

  private Button copyLines() {
    var copy = Icons.COPY.button("Copy all lines");
    copy.setOnAction(_ ->
        Clip.copy(
            model.lines().stream()
                .map(OutputLine::text)
                .collect(Collectors.joining("\n", "", "\n"))));
    return copy;
  }

  private Button build(String words) {
    var build = Icons.BUILD.labelled(words);
    build.getStyleClass().add(Styles.SMALL);
    build.setOnAction(_ -> model.build());
    return build;
  }

  private static Label indented(String text) {
    var label = new Label(text);
    label.getStyleClass().addAll("indented", "muted");
    label.setWrapText(true);
    return label;
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static HBox line(Node... parts) {
    var line = new HBox(8, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("pane-head");
    return line;
  }
}
