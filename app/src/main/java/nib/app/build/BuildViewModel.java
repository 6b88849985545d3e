package nib.app.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
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

  /// What is known about one package's builds. A build goes on while the window is about another
  /// package; its lines and its end are there when a person comes back.
  private static final class Session {
    private final Path root;
    private final List<OutputLine> lines = new ArrayList<>();
    private State state = new State.Idle();
    private Optional<ScriptState.Found> question = Optional.empty();
    private Optional<Work> work = Optional.empty();

    /// Counts runs, so that what an earlier one still says is not shown.
    private long run;

    Session(Path root) {
      this.root = root;
    }
  }

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final Map<Path, Session> sessions = new HashMap<>();
  private final ObservableList<OutputLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Optional<ScriptState.Found>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Consumer<State> moved = _ -> {};

  public BuildViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    running.bind(state.map(State.Running.class::isInstance));
    project
        .openedProperty()
        .addListener((_, before, now) -> {
          if (!now.map(OpenedPackage::root).equals(before.map(OpenedPackage::root))) {
            show();
          }
        });
    project.packages().addListener((InvalidationListener) _ -> forgetClosed());
  }

  /// Who hears that the shown package's build moved on. Turning to another package is no move.
  public void onMove(Consumer<State> hears) {
    moved = hears;
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
    if (!running.get()) {
      session().ifPresent(session -> look(session, script -> consider(session, script)));
    }
  }

  /// Asks again about a script that was refused.
  public void review() {
    session()
        .ifPresent(session ->
            look(
                session,
                script -> {
                  if (script instanceof ScriptState.Found found) {
                    ask(session, Optional.of(found));
                  }
                }));
  }

  private void look(Session session, Consumer<ScriptState> then) {
    background.quietly(
        () -> workbench.script(session.root),
        script -> {
          if (open(session)) {
            then.accept(script);
          }
        },
        failure -> fail(session, failure));
  }

  /// A person answered.
  public void answer(TrustAnswer answer) {
    background.expectUi();
    var asked = question.get();
    var session = session();
    if (asked.isEmpty() || session.isEmpty()) {
      return;
    }
    var answered = session.get();
    ask(answered, Optional.empty());
    switch (answer) {
      case ONCE -> run(answered, true);
      case CONTENT, FOLDER -> remember(answered, asked.get(), answer, () -> run(answered, false));
      case NO -> remember(answered, asked.get(), answer, () -> refuse(answered, asked.get()));
    }
  }

  public void cancel() {
    session().flatMap(session -> session.work).ifPresent(Work::cancel);
  }

  private void consider(Session session, ScriptState script) {
    switch (script) {
      case ScriptState.None _, ScriptState.Many _, ScriptState.NotExecutable _ ->
          ScriptText.refusal(session.root, script, false)
              .ifPresent(failure -> fail(session, failure));
      case ScriptState.Found found -> considerTrust(session, found);
    }
  }

  private void considerTrust(Session session, ScriptState.Found found) {
    switch (found.trust()) {
      case SHIPPED, CONTENT, FOLDER -> run(session, false);
      case ASK -> ask(session, Optional.of(found));
      case REFUSED -> refuse(session, found);
    }
  }

  private void refuse(Session session, ScriptState.Found script) {
    clear(session);
    move(session, new State.Refused(String.valueOf(script.file().getFileName())));
  }

  private void remember(
      Session session, ScriptState.Found script, TrustAnswer answer, Runnable then) {
    background.quietly(
        () -> {
          workbench.answer(script, answer);
          return answer;
        },
        _ -> {
          if (open(session)) {
            then.run();
          }
        },
        failure -> fail(session, failure));
  }

  private void run(Session session, boolean allowOnce) {
    var chosen = project.target(session.root);
    var request = new BuildRequest(session.root, Optional.of(chosen), allowOnce, LIMIT);
    clear(session);
    move(session, new State.Running());
    long mine = ++session.run;
    Consumer<OutputLine> listener = background.inBatches(batch -> append(session, mine, batch));
    session.work =
        Optional.of(
            background.run(
                "Building %s for %s".formatted(session.root.getFileName(), chosen.triple()),
                () -> workbench.build(request, listener),
                ended -> {
                  if (mine == session.run) {
                    ended(session, ended);
                  }
                },
                failure -> {
                  if (mine == session.run) {
                    fail(session, failure);
                  }
                }));
  }

  private void append(Session session, long from, List<OutputLine> batch) {
    if (from != session.run) {
      return;
    }
    add(session.lines, batch);
    if (shown(session)) {
      add(lines, batch);
    }
  }

  private static void add(List<OutputLine> lines, List<OutputLine> batch) {
    lines.addAll(batch);
    if (lines.size() > MOST_LINES) {
      lines.subList(0, lines.size() - MOST_LINES).clear();
    }
  }

  private void ended(Session session, BuildRun run) {
    session.work = Optional.empty();
    move(
        session, run.failure().<State>map(State.Failed::new).orElseGet(() -> new State.Built(run)));
    project.built(run);
  }

  private void fail(Session session, Failure failure) {
    session.work = Optional.empty();
    if (open(session)) {
      move(session, new State.Failed(failure));
    }
  }

  private void move(Session session, State to) {
    session.state = to;
    if (shown(session)) {
      state.set(to);
      moved.accept(to);
    }
  }

  private void ask(Session session, Optional<ScriptState.Found> script) {
    session.question = script;
    if (shown(session)) {
      question.set(script);
    }
  }

  private void clear(Session session) {
    session.lines.clear();
    if (shown(session)) {
      lines.clear();
    }
  }

  private Optional<Session> session() {
    return project.opened().map(view -> sessions.computeIfAbsent(view.root(), Session::new));
  }

  private boolean shown(Session session) {
    return project.opened().map(OpenedPackage::root).filter(session.root::equals).isPresent();
  }

  /// Whether the package is still open; answers about others come too late.
  private boolean open(Session session) {
    return session.equals(sessions.get(session.root));
  }

  /// Shows the current package's session as it is.
  private void show() {
    var now = session();
    lines.setAll(now.map(session -> session.lines).orElse(List.of()));
    question.set(now.flatMap(session -> session.question));
    state.set(now.map(session -> session.state).orElseGet(State.Idle::new));
  }

  private void forgetClosed() {
    var roots = project.packages().stream().map(OpenedPackage::root).toList();
    for (var session : List.copyOf(sessions.values())) {
      if (!roots.contains(session.root)) {
        sessions.remove(session.root);
        session.run++;
        session.work.ifPresent(Work::cancel);
      }
    }
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
