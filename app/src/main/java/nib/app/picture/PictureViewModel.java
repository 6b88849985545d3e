package nib.app.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.FilePicker;
import nib.app.Question;
import nib.app.Settings;
import nib.app.project.Pointing;
import nib.app.project.Project;
import nib.app.trial.OutcomeText;
import nib.app.trial.TrialRow;
import nib.app.trial.TrialViewModel;
import nib.engine.CallView;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.abi.CallPart;
import nib.engine.abi.Spelled;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.explain.CallPicture;
import nib.engine.explain.CallPicture.Side;
import nib.engine.explain.CallPicture.Values;
import nib.engine.explain.CallText;
import nib.engine.explain.Picture;
import nib.engine.explain.Svg;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.text.Excerpt;
import nib.engine.trial.Outcome;
import nib.files.WholeFile;

/// The call of the selected function on the chosen target, and on a second one beside it: as a
/// picture and as the text that says the same.
public final class PictureViewModel {

  /// A value of a trial is shown so far.
  private static final int MOST_OF_A_VALUE = 32;

  private static final List<Optional<Target>> ALL =
      Stream.concat(Stream.of(Optional.<Target>empty()), Targets.all().stream().map(Optional::of))
          .toList();

  /// What stands in the pane.
  public sealed interface State {
    /// No entry to draw.
    ///
    /// @param words what would be here
    record Nothing(String words) implements State {}

    record Failed(Failure failure) implements State {}

    /// A call.
    ///
    /// @param name the function's
    /// @param spelled says what the picture says
    /// @param withValues whether values of the last trial are in it
    record Drawn(String name, Picture picture, Spelled spelled, boolean withValues)
        implements State {

      public String text() {
        return spelled.text();
      }
    }
  }

  /// What the pane works on.
  public record Around(
      Project project, TrialViewModel trial, FilePicker picker, Settings settings) {}

  private static final State UNSELECTED =
      new State.Nothing(
          "The call of a function shows here as a picture: where its arguments and its result"
              + " travel, and the memory that they are. Select an import or an export.");

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final TrialViewModel trial;
  private final FilePicker picker;
  private final Question<List<CallView>> question;
  private final ObjectProperty<Optional<Target>> beside;
  private final ObservableList<Optional<Target>> choices = FXCollections.observableArrayList();
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final DoubleProperty room = new SimpleDoubleProperty();
  private final BooleanProperty asText = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(UNSELECTED);
  private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
  private List<CallView> views = List.of();

  public PictureViewModel(Workbench workbench, Background background, Around around) {
    this.workbench = workbench;
    this.background = background;
    this.project = around.project();
    this.trial = around.trial();
    this.picker = around.picker();
    this.question = new Question<>(background);
    var settings = around.settings();
    beside = new SimpleObjectProperty<>(settings.get(Settings.BESIDE).flatMap(Targets::named));
    beside.addListener((_, _, now) -> {
      settings.put(Settings.BESIDE, now.map(Target::triple).orElse(""));
      ask();
    });
    project.targetProperty().addListener((_, before, now) -> exchange(before, now));
    exchange(project.targetProperty().get(), project.targetProperty().get());
    wanted.addListener((_, _, _) -> ask());
    room.addListener((_, _, _) -> draw());
    project.openedProperty().addListener((_, _, _) -> ask());
    project.targetProperty().addListener((_, _, _) -> ask());
    project.selection().entryProperty().addListener((_, _, _) -> ask());
    project.selection().dependencyProperty().addListener((_, _, _) -> ask());
    pointing().litProperty().addListener((_, _, _) -> saved.set(""));
    trial.history().addListener((ListChangeListener<TrialRow>) _ -> draw());
  }

  /// Whether anybody looks; the engine is asked only then.
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /// The second target, drawn beside the chosen one.
  public ObjectProperty<Optional<Target>> besideProperty() {
    return beside;
  }

  /// What may stand beside the chosen target: nothing, or any other target.
  public ObservableList<Optional<Target>> choices() {
    return choices;
  }

  /// The width that the picture may take without scrolling, in its own units; 0 while unknown.
  public DoubleProperty roomProperty() {
    return room;
  }

  /// The parts of the call that are pointed at.
  public Pointing pointing() {
    return project.selection().pointing();
  }

  /// Whether the text is shown in the picture's place.
  public BooleanProperty asTextProperty() {
    return asText;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Where the picture was saved, in a sentence; empty before, and once something else is shown or
  /// pointed at.
  public ReadOnlyStringProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// Another target was chosen. Where it stood beside the one before, they change places.
  private void exchange(Target before, Target now) {
    // The second target is among the choices throughout: a list without it would choose another.
    for (int i = 0; i < ALL.size(); i++) {
      if (i == choices.size() || !choices.get(i).equals(ALL.get(i))) {
        choices.add(i, ALL.get(i));
      }
    }
    if (beside.get().equals(Optional.of(now))) {
      beside.set(Optional.of(before).filter(one -> !one.equals(now)));
    }
    choices.remove(Optional.of(now));
  }

  /// Writes the picture as SVG into a file that a person names.
  public void saveSvg() {
    drawn()
        .ifPresent(shown ->
            file(shown, "SVG")
                .ifPresent(file ->
                    save(file, () -> Svg.of(shown.picture()).getBytes(StandardCharsets.UTF_8))));
  }

  /// Writes the picture as PNG into a file that a person names.
  ///
  /// @param paint paints it on the window's thread, once there is a file for it; what it gives
  ///   makes the file's content elsewhere
  public void savePng(Supplier<Background.Job<byte[]>> paint) {
    drawn().flatMap(shown -> file(shown, "PNG")).ifPresent(file -> save(file, paint.get()));
  }

  /// What is drawn now.
  public Optional<State.Drawn> drawn() {
    return state.get() instanceof State.Drawn shown ? Optional.of(shown) : Optional.empty();
  }

  /// The file that a person named. A name without the format's ending gets it; nobody was asked
  /// whether a file of that longer name may be replaced, so it is not.
  private Optional<Path> file(State.Drawn shown, String format) {
    var folder = project.opened().map(OpenedPackage::root).orElse(Path.of(""));
    var wish = new FilePicker.Saving(format, folder, shown.name());
    var named = picker.save(wish);
    if (named.isEmpty() || ends(named.get(), wish.ending())) {
      return named;
    }
    var file = named.get().resolveSibling(named.get().getFileName() + wish.ending());
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      project.say(
          new Failure(
              "%s is there already".formatted(file),
              "choose it by its whole name to replace it, or name another file"));
      return Optional.empty();
    }
    return Optional.of(file);
  }

  private static boolean ends(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private void save(Path file, Background.Job<byte[]> content) {
    background.run(
        "Saving " + file.getFileName(),
        () -> {
          try {
            WholeFile.replace(file, content.run());
            return file;
          } catch (IOException e) {
            throw new FailureException(
                "%s cannot be written".formatted(file),
                "name a file in a folder you may write to",
                e);
          }
        },
        written -> saved.set("Saved as " + written),
        project::say);
  }

  private void ask() {
    question.drop();
    if (!wanted.get()) {
      return;
    }
    var opened = project.opened();
    var entry = project.selection().function();
    if (opened.isPresent() && entry.isPresent()) {
      ask(opened.get(), entry.get(), targets());
      return;
    }
    views = List.of();
    show(UNSELECTED);
  }

  private void ask(OpenedPackage opened, Entry entry, List<Target> targets) {
    question.ask(
        () -> {
          var answers = new ArrayList<CallView>();
          for (var target : targets) {
            answers.add(workbench.explain(opened, entry, target));
          }
          return answers;
        },
        answers -> {
          views = List.copyOf(answers);
          draw();
        },
        failure -> {
          views = List.of();
          show(new State.Failed(failure));
        });
  }

  private List<Target> targets() {
    var chosen = project.targetProperty().get();
    return Stream.concat(Stream.of(chosen), beside.get().stream()).distinct().toList();
  }

  private void draw() {
    if (views.isEmpty()) {
      return;
    }
    var entry = views.getFirst().entry();
    var values = values(entry);
    var sides =
        views.stream()
            .map(view -> new Side(view.c(), view.parts(), view.disagreements(), view.memory()))
            .toList();
    show(
        new State.Drawn(
            entry.symbol(),
            picture(sides, values),
            text(entry, sides, values),
            !values.equals(Values.NONE)));
  }

  private Picture picture(List<Side> sides, Values values) {
    return room.get() > 0
        ? CallPicture.of(sides, values, room.get())
        : CallPicture.of(sides, values);
  }

  /// The same again is nothing new: the pane may only have become a little wider.
  private void show(State now) {
    if (!now.equals(state.get())) {
      saved.set("");
      state.set(now);
    }
  }

  private static Spelled text(Entry entry, List<Side> sides, Values values) {
    var text = new Spelled.Writer();
    for (var side : sides) {
      text.add(text.isEmpty() ? "" : "\n")
          .add(entry.symbol(), new CallPart.Function())
          .add(
              " on %s: %s\n  %s\n  "
                  .formatted(
                      side.call().target().triple(), side.call().standard(), entry.penType()))
          .add(entry.prototypes().c())
          .add("\n\n")
          .add(CallText.of(side, values));
    }
    return text.spelled();
  }

  /// What the last trial of an entry passed, and what came back.
  private Values values(Entry entry) {
    var last =
        trial.history().stream()
            .map(TrialRow::trial)
            .filter(one -> one.symbol().equals(entry.symbol()))
            .filter(one -> one.arguments().size() == entry.parameters().size())
            .findFirst();
    if (last.isEmpty()) {
      return Values.NONE;
    }
    var arguments = new HashMap<String, String>();
    for (int i = 0; i < entry.parameters().size(); i++) {
      arguments.put(entry.parameters().get(i).name(), excerpt(last.get().arguments().get(i)));
    }
    return last.get().outcome() instanceof Outcome.Returned returned
        ? new Values(arguments, Optional.of(excerpt(returned.value())), Optional.empty())
        : new Values(arguments, Optional.empty(), Optional.of(end(last.get().outcome())));
  }

  private static String end(Outcome outcome) {
    var words = OutcomeText.of(outcome);
    return words.note().isEmpty() ? words.headline() : words.headline() + ", " + words.note();
  }

  private static String excerpt(String value) {
    return Excerpt.of(value, MOST_OF_A_VALUE);
  }
}
