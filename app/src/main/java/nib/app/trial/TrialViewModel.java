package nib.app.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.Terminal;
import nib.app.Work;
import nib.app.project.Project;
import nib.engine.CallRequest;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.diagnostic.Failure;
import nib.engine.foreign.Direction;
import nib.engine.trial.Outcome;

/// Calling the selected import: its arguments, the call, its outcome, the calls before.
public final class TrialViewModel {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /// What stands in the pane.
  public sealed interface State {
    /// No call yet.
    record Ready() implements State {}

    record Running() implements State {}

    record Ended(Outcome outcome) implements State {
      public OutcomeText words() {
        return OutcomeText.of(outcome);
      }
    }

    record Failed(Failure failure) implements State {}
  }

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final ObservableList<Argument> arguments = FXCollections.observableArrayList();
  private final ObservableList<TrialRow> history = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Entry>> entry =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Ready());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Optional<Work> work = Optional.empty();

  /// Counts calls and selections, so that what an earlier call still says is not shown.
  private long turn;

  public TrialViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    running.bind(state.map(State.Running.class::isInstance));
    project.selection().entryProperty().addListener((_, _, now) -> select(now));
    project.archives().addListener((ListChangeListener<Path>) _ -> expectCalls());
    project.targetProperty().addListener((_, _, _) -> forgetResult());
    select(project.selection().entry());
  }

  /// What a function did is true for the archive it was called in; another target has another.
  private void forgetResult() {
    cancel();
    turn++;
    work = Optional.empty();
    state.set(new State.Ready());
  }

  /// Where there is an archive a call is likely, and a process that waits saves it the start. A
  /// failure here is told by the call itself.
  private void expectCalls() {
    if (built() && project.opened().isPresent()) {
      background.quietly(
          () -> {
            workbench.expectCalls();
            return true;
          },
          _ -> {},
          _ -> {});
    }
  }

  /// The function that the form is for: the selected entry.
  public ReadOnlyObjectProperty<Optional<Entry>> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  public ObservableList<Argument> arguments() {
    return arguments;
  }

  public ObservableList<TrialRow> history() {
    return history;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Why the selected entry cannot be called at all, in a sentence; empty when it can.
  public Optional<String> obstacle() {
    return entry
        .get()
        .flatMap(selected -> {
          if (selected.direction() == Direction.EXPORT) {
            return Optional.of("Exports are called from the foreign side; trials call imports.");
          }
          return arguments.stream()
              .filter(argument -> argument.slot().kind() == nib.engine.trial.SlotKind.UNSUPPORTED)
              .findFirst()
              .flatMap(argument -> argument.problemProperty().get())
              .map(problem -> "This function cannot be called here: " + problem + ".");
        });
  }

  /// Whether there is an archive to call into.
  public boolean built() {
    return !project.archives().isEmpty();
  }

  /// Calls the function with the arguments as they stand; a form with a mistake in it stays.
  public void call() {
    background.expectUi();
    arguments.forEach(argument -> argument.askedProperty().set(true));
    boolean mistakes =
        arguments.stream().anyMatch(argument -> argument.problemProperty().get().isPresent());
    if (running.get() || mistakes || obstacle().isPresent()) {
      return;
    }
    var view = project.opened();
    var called = entry.get();
    if (view.isPresent() && called.isPresent()) {
      call(view.get(), called.get());
    }
  }

  /// The command that makes the same call in a terminal.
  public String terminal() {
    return project
        .opened()
        .flatMap(view ->
            entry.get().map(called -> Terminal.call(view.root(), called.symbol(), literals())))
        .orElse("");
  }

  public void cancel() {
    work.ifPresent(Work::cancel);
  }

  /// Takes the arguments of a trial of before into the form.
  public void reload(TrialRow row) {
    var literals = row.trial().arguments();
    for (int i = 0; i < Math.min(literals.size(), arguments.size()); i++) {
      arguments.get(i).take(literals.get(i));
    }
  }

  private void call(OpenedPackage view, Entry called) {
    if (!built()) {
      state.set(
          new State.Failed(
              new Failure(
                  "no archive was built that could define `%s`".formatted(called.symbol()),
                  "build first")));
      return;
    }
    var request = new CallRequest(view, called.symbol(), literals(), project.archives(), LIMIT);
    state.set(new State.Running());
    long mine = ++turn;
    work =
        Optional.of(
            background.run(
                "Calling " + called.symbol(),
                () -> answer(request),
                outcome -> ended(mine, new State.Ended(outcome)),
                failure -> ended(mine, new State.Failed(failure))));
  }

  private List<String> literals() {
    return arguments.stream().map(Argument::literal).toList();
  }

  /// A cancelled call is an outcome, whichever way the engine says it.
  private Outcome answer(CallRequest request) throws nib.engine.diagnostic.FailureException {
    try {
      return workbench.call(request);
    } catch (InterruptedException _) {
      return new Outcome.Cancelled();
    }
  }

  private void ended(long from, State end) {
    if (from == turn) {
      work = Optional.empty();
      state.set(end);
    }
    readHistory();
  }

  private void select(Optional<Entry> now) {
    boolean same =
        now.map(Entry::id).equals(entry.get().map(Entry::id))
            && now.map(Entry::parameters).equals(entry.get().map(Entry::parameters));
    entry.set(now);
    if (same) {
      return;
    }
    arguments.setAll(
        now.map(Entry::parameters).orElse(List.of()).stream().map(Argument::new).toList());
    forgetResult();
    readHistory();
  }

  private void readHistory() {
    var view = project.opened();
    var shown = entry.get();
    if (view.isEmpty() || shown.isEmpty()) {
      history.clear();
      return;
    }
    background.quietly(
        () -> workbench.trials(view.get().root(), shown.get().symbol()),
        trials -> {
          if (project.opened().map(OpenedPackage::root).equals(view.map(OpenedPackage::root))
              && entry.get().map(Entry::id).equals(shown.map(Entry::id))) {
            history.setAll(trials.stream().map(TrialRow::new).toList());
          }
        },
        project::say);
  }
}
