package nib.app.build;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.Terminal;
import nib.app.Work;
import nib.app.project.Project;
import nib.engine.BuildRequest;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.build.BuildRun;
import nib.engine.build.OutputLine;
import nib.engine.build.ScriptState;
import nib.engine.build.ScriptText;
import nib.engine.build.TrustAnswer;
import nib.engine.diagnostic.Failure;

/// Running the package's script: the question whether it may, its lines as they come, its end.
public final class BuildViewModel {

  /// How long a script may run. Long enough for a first Cargo build; Esc is there for the rest.
  private static final Duration LIMIT = Duration.ofMinutes(15);

  /// What the console keeps; the oldest lines go first.
  private static final int MOST_LINES = 20_000;

  /// How the last build ended, for the head of the pane.
  public sealed interface State {
    record Idle() implements State {}

    record Running() implements State {}

    record Built(BuildRun run) implements State {}

    record Failed(Failure failure) implements State {}

    /// A person said no to the script as it stands.
    record Refused(String script) implements State {}
  }

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final ObservableList<OutputLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Optional<ScriptState.Found>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Optional<Work> work = Optional.empty();

  /// Counts runs and openings, so that what an earlier one still says is not shown.
  private long run;

  public BuildViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    running.bind(state.map(State.Running.class::isInstance));
    project
        .openedProperty()
        .addListener((_, before, now) -> {
          if (!now.map(OpenedPackage::root).equals(before.map(OpenedPackage::root))) {
            forget();
          }
        });
  }

  public ObservableList<OutputLine> lines() {
    return lines;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The script that waits for a yes.
  public ReadOnlyObjectProperty<Optional<ScriptState.Found>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /// The command that would run, for the one who is asked.
  public String command(ScriptState.Found script) {
    return "%s -t %s".formatted(script.file(), project.targetProperty().get().triple());
  }

  /// The command that does the same in a terminal; empty where no package is open.
  public String terminal() {
    return project
        .opened()
        .map(view -> Terminal.build(view.root(), project.targetProperty().get().triple()))
        .orElse("");
  }

  /// Builds for the chosen target, after a yes.
  public void build() {
    background.expectUi();
    if (running.get()) {
      return;
    }
    project
        .opened()
        .ifPresent(view ->
            background.quietly(
                () -> workbench.script(view.root()),
                script -> {
                  if (open(view)) {
                    consider(view, script);
                  }
                },
                failure -> failOf(view, failure)));
  }

  /// Asks again about a script that was refused.
  public void review() {
    project
        .opened()
        .ifPresent(view ->
            background.quietly(
                () -> workbench.script(view.root()),
                script -> {
                  if (open(view) && script instanceof ScriptState.Found found) {
                    question.set(Optional.of(found));
                  }
                },
                failure -> failOf(view, failure)));
  }

  /// A person answered.
  public void answer(TrustAnswer answer) {
    background.expectUi();
    var asked = question.get();
    var view = project.opened();
    question.set(Optional.empty());
    if (asked.isEmpty() || view.isEmpty()) {
      return;
    }
    switch (answer) {
      case ONCE -> run(view.get(), true);
      case CONTENT, FOLDER ->
          remember(view.get(), asked.get(), answer, () -> run(view.get(), false));
      case NO -> remember(view.get(), asked.get(), answer, () -> refuse(asked.get()));
    }
  }

  public void cancel() {
    work.ifPresent(Work::cancel);
  }

  private void consider(OpenedPackage view, ScriptState script) {
    switch (script) {
      case ScriptState.None _, ScriptState.Many _, ScriptState.NotExecutable _ ->
          ScriptText.refusal(view.root(), script, false).ifPresent(this::fail);
      case ScriptState.Found found -> considerTrust(view, found);
    }
  }

  private void considerTrust(OpenedPackage view, ScriptState.Found found) {
    switch (found.trust()) {
      case SHIPPED, CONTENT, FOLDER -> run(view, false);
      case ASK -> question.set(Optional.of(found));
      case REFUSED -> refuse(found);
    }
  }

  private void refuse(ScriptState.Found script) {
    lines.clear();
    state.set(new State.Refused(String.valueOf(script.file().getFileName())));
  }

  private void remember(
      OpenedPackage view, ScriptState.Found script, TrustAnswer answer, Runnable then) {
    background.quietly(
        () -> {
          workbench.answer(script, answer);
          return answer;
        },
        _ -> {
          if (open(view)) {
            then.run();
          }
        },
        failure -> failOf(view, failure));
  }

  private void run(OpenedPackage view, boolean allowOnce) {
    var chosen = project.targetProperty().get();
    var request = new BuildRequest(view.root(), Optional.of(chosen), allowOnce, LIMIT);
    lines.clear();
    state.set(new State.Running());
    long mine = ++run;
    Consumer<OutputLine> listener = background.inBatches(batch -> append(mine, batch));
    work =
        Optional.of(
            background.run(
                "Building %s for %s".formatted(view.name(), chosen.triple()),
                () -> workbench.build(request, listener),
                ended -> {
                  if (mine == run) {
                    ended(ended);
                  }
                },
                failure -> {
                  if (mine == run) {
                    fail(failure);
                  }
                }));
  }

  private void append(long from, List<OutputLine> batch) {
    if (from != run) {
      return;
    }
    lines.addAll(batch);
    if (lines.size() > MOST_LINES) {
      lines.remove(0, lines.size() - MOST_LINES);
    }
  }

  private void ended(BuildRun run) {
    work = Optional.empty();
    state.set(run.failure().<State>map(State.Failed::new).orElseGet(() -> new State.Built(run)));
    project.built(run);
  }

  private void fail(Failure failure) {
    work = Optional.empty();
    state.set(new State.Failed(failure));
  }

  /// Whether this package is still the open one; answers about another come too late.
  private boolean open(OpenedPackage view) {
    return project.opened().map(OpenedPackage::root).filter(view.root()::equals).isPresent();
  }

  private void failOf(OpenedPackage view, Failure failure) {
    if (open(view)) {
      fail(failure);
    }
  }

  private void forget() {
    cancel();
    run++;
    work = Optional.empty();
    question.set(Optional.empty());
    lines.clear();
    state.set(new State.Idle());
  }

  /// A duration with a unit that suits it.
  public static String words(Duration took) {
    double seconds = took.toNanos() / 1e9;
    if (seconds >= 1) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return seconds >= 1e-3
        ? String.format(Locale.ROOT, "%.1f ms", seconds * 1e3)
        : String.format(Locale.ROOT, "%.1f µs", seconds * 1e6);
  }
}
