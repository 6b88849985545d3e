package nib.app.border;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.project.DependencyEntry;
import nib.app.project.Homes;
import nib.app.project.Project;
import nib.engine.DependencyView;
import nib.engine.DependencyView.State;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.foreign.Direction;

/// What there is to say about the selected dependency, or the one whose function is selected.
public final class DependencyViewModel {

  /// What is shown.
  ///
  /// @param url as written in `pen.json`
  /// @param standing what became of it, in a few words
  /// @param bad whether that is a trouble
  /// @param lines sentences about it
  /// @param command what fetches it, for a terminal; empty where there is nothing to run
  /// @param root where it was read from, to open it beside
  /// @param wantsPenRoot whether the setting `PEN_ROOT` decides about it
  public record Shown(
      String name,
      String url,
      String standing,
      boolean bad,
      List<String> lines,
      String command,
      Optional<Path> root,
      boolean wantsPenRoot) {

    public Shown {
      lines = List.copyOf(lines);
    }

    /// All of it as one text to hand on.
    public String text() {
      return "%s (%s): %s\n%s\n%s"
          .formatted(
              name,
              url,
              standing,
              String.join("\n", lines),
              command.isEmpty() ? "" : command + "\n");
    }
  }

  private final Project project;
  private final Runnable settings;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Watches the selection.
  ///
  /// @param settings opens the page with `PEN_ROOT`
  public DependencyViewModel(Project project, Runnable settings) {
    this.project = project;
    this.settings = settings;
    project.selection().ofPackageProperty().addListener((_, _, _) -> show());
    project.selection().dependencyProperty().addListener((_, _, _) -> show());
  }

  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public void openBeside(Path root) {
    project.openBeside(List.of(root));
  }

  public void openSettings() {
    settings.run();
  }

  private void show() {
    var selection = project.selection();
    shown.set(
        project
            .opened()
            .flatMap(view ->
                selection
                    .ofPackageProperty()
                    .get()
                    .map(dependency -> about(view, dependency))
                    .or(() ->
                        selection.dependencyProperty().get().flatMap(one -> about(view, one)))));
  }

  private static Optional<Shown> about(OpenedPackage view, DependencyEntry chosen) {
    return view.dependencies().stream()
        .filter(one -> one.name().equals(chosen.name()))
        .findFirst()
        .map(one -> {
          var entry = chosen.entry();
          return new Shown(
              one.name(),
              one.url(),
              "%s of a dependency".formatted(entry.direction().word()),
              false,
              List.of(
                  "`%s` stands at %s"
                      .formatted(entry.symbol(), entry.location().relativeTo(chosen.root())),
                  "Open the package beside to check it and to call it."),
              "",
              Optional.of(chosen.root()),
              false);
        });
  }

  private static Shown about(OpenedPackage view, DependencyView dependency) {
    String name = dependency.name();
    String url = dependency.url();
    boolean penRoot = url.startsWith("pen:");
    return switch (dependency.state()) {
      case State.Read(var root, var entries) ->
          new Shown(
              name,
              url,
              "read in place",
              false,
              lines(root, entries, Homes.problems(view).getOrDefault(root, 0L)),
              "",
              Optional.of(root),
              penRoot);
      case State.Git(var command) ->
          new Shown(
              name,
              url,
              "fetched by git",
              false,
              List.of("Nib fetches nothing. Run this, then read again with F5:"),
              command,
              Optional.empty(),
              false);
      case State.Unavailable(var why) ->
          new Shown(
              name,
              url,
              "not there",
              true,
              why.cure().isEmpty()
                  ? List.of(why.what())
                  : List.of(why.what(), "cure: " + why.cure()),
              "",
              Optional.empty(),
              penRoot);
    };
  }

  private static List<String> lines(Path root, List<Entry> entries, long problems) {
    String border =
        "%s, %s".formatted(count(entries, Direction.IMPORT), count(entries, Direction.EXPORT));
    return problems == 0
        ? List.of(root.toString(), border)
        : List.of(
            root.toString(),
            border,
            "%d %s in its modules; open it beside to read them"
                .formatted(problems, problems == 1 ? "problem" : "problems"));
  }

  private static String count(List<Entry> entries, Direction direction) {
    long count = entries.stream().filter(entry -> entry.direction() == direction).count();
    return "%d %s%s".formatted(count, direction.word(), count == 1 ? "" : "s");
  }
}
