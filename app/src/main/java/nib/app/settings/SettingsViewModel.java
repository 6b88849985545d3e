package nib.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nib.app.Background;
import nib.app.FilePicker;
import nib.app.project.Project;
import nib.app.style.Look;
import nib.engine.Workbench;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;

/// The settings, each in force at once.
public final class SettingsViewModel {

  /// Whose word it is where Pen's own packages are.
  public enum Origin {
    NOBODY("nowhere"),
    SETTING("this setting"),
    VARIABLE("the variable PEN_ROOT");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Where packages with `pen:///` URLs are looked up.
  ///
  /// @param folder what it comes to; empty where nothing says it
  /// @param sound whether packages are there
  /// @param sentence what is there, or what is wrong
  public record PenRoot(Optional<Path> folder, Origin origin, boolean sound, String sentence) {
    static final PenRoot UNKNOWN = new PenRoot(Optional.empty(), Origin.NOBODY, true, "");
  }

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final FilePicker picker;
  private final Look look;
  private final Optional<Path> variable;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty wish = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<PenRoot> penRoot =
      new ReadOnlyObjectWrapper<>(PenRoot.UNKNOWN);
  private String taken = "";
  private long asked;

  /// What the page works on.
  ///
  /// @param variable what the environment says of `PEN_ROOT`
  public record Around(Project project, FilePicker picker, Look look, Optional<Path> variable) {}

  public SettingsViewModel(Workbench workbench, Background background, Around around) {
    this.workbench = workbench;
    this.background = background;
    this.project = around.project();
    this.picker = around.picker();
    this.look = around.look();
    this.variable = around.variable();
    open.addListener((_, _, now) -> {
      if (now) {
        read();
      }
    });
  }

  /// What the environment says of `PEN_ROOT`.
  public static Optional<Path> variable() {
    return variable(Optional.ofNullable(System.getenv("PEN_ROOT")));
  }

  /// The folder of a variable's value, as the engine takes it: from the working folder on.
  public static Optional<Path> variable(Optional<String> value) {
    return value
        .filter(text -> !text.isBlank())
        .flatMap(SettingsViewModel::path)
        .map(path -> path.toAbsolutePath().normalize());
  }

  public BooleanProperty openProperty() {
    return open;
  }

  public Look look() {
    return look;
  }

  /// The folder as it is written in the field.
  public StringProperty wishProperty() {
    return wish;
  }

  public ReadOnlyObjectProperty<PenRoot> penRootProperty() {
    return penRoot.getReadOnlyProperty();
  }

  /// What the environment says, to go back to.
  public Optional<Path> fromEnvironment() {
    return variable;
  }

  /// Asks for the folder.
  public void choosePenRoot() {
    picker
        .folder("Choose a checkout of pen-lang/pen")
        .ifPresent(folder -> {
          wish.set(folder.toString());
          usePenRoot();
        });
  }

  /// Takes the folder that is written in the field, unless it was taken already.
  public void commit() {
    if (!wish.get().strip().equals(taken)) {
      usePenRoot();
    }
  }

  /// Takes the folder that is written in the field; an empty field goes back to the variable.
  public void usePenRoot() {
    String text = wish.get().strip();
    taken = text;
    var folder = text.isEmpty() ? Optional.<Path>empty() : path(text);
    if (!text.isEmpty() && folder.isEmpty()) {
      asked++;
      penRoot.set(
          new PenRoot(Optional.empty(), Origin.SETTING, false, "%s is no path.".formatted(text)));
      return;
    }
    var absolute = folder.map(Path::toAbsolutePath).map(Path::normalize);
    ask(
        () -> {
          workbench.usePenRoot(absolute);
          return resolved();
        },
        project::reread);
  }

  /// Goes back to the variable.
  public void forgetPenRoot() {
    wish.set("");
    usePenRoot();
  }

  private void read() {
    ask(this::resolved, () -> {});
  }

  private void ask(Background.Job<PenRoot> job, Runnable then) {
    long mine = ++asked;
    background.quietly(
        job,
        answer -> {
          if (mine == asked) {
            penRoot.set(answer);
            wish.set(
                answer.origin() == Origin.SETTING
                    ? answer.folder().map(Path::toString).orElse("")
                    : "");
            taken = wish.get();
          }
          then.run();
        },
        failure -> {
          if (mine == asked) {
            penRoot.set(unsaved(failure));
          }
        });
  }

  private static PenRoot unsaved(Failure failure) {
    return new PenRoot(Optional.empty(), Origin.NOBODY, false, failure.toString());
  }

  private PenRoot resolved() throws FailureException {
    var folder = workbench.penRoot();
    if (folder.isEmpty()) {
      return new PenRoot(
          folder,
          Origin.NOBODY,
          true,
          "Nothing says where Pen is; packages at pen:/// are not found.");
    }
    var origin = folder.equals(variable) ? Origin.VARIABLE : Origin.SETTING;
    return judged(folder.get(), origin);
  }

  private static PenRoot judged(Path folder, Origin origin) {
    var there = Optional.of(folder);
    var packages = folder.resolve("packages");
    if (!Files.isDirectory(folder)) {
      return new PenRoot(there, origin, false, "There is no folder %s.".formatted(folder));
    }
    if (!Files.isDirectory(packages)) {
      return new PenRoot(
          there,
          origin,
          false,
          "There is no folder `packages` in it, so it is no checkout of Pen.");
    }
    try (Stream<Path> below = Files.list(packages)) {
      long count = below.filter(one -> Files.exists(one.resolve("pen.json"))).count();
      return new PenRoot(
          there,
          origin,
          count > 0,
          count == 1 ? "1 package is there." : "%d packages are there.".formatted(count));
    } catch (IOException _) {
      return new PenRoot(there, origin, false, "%s cannot be read.".formatted(packages));
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
