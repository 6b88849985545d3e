package nib.app.build;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.project.Project;
import nib.engine.Workbench;
import nib.engine.build.TargetRow;
import nib.engine.diagnostic.Failure;

/// The targets, this machine's own first, then what it can build, then the rest with their cures.
public final class TargetsViewModel {

  private static final Comparator<TargetRow> ORDER =
      Comparator.comparing((TargetRow row) -> !row.host())
          .thenComparing(row -> !buildable(row))
          .thenComparing(row -> row.target().triple());

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final ObservableList<TargetRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<TargetRow>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public TargetsViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    project.targetProperty().addListener((_, _, _) -> follow());
  }

  public ObservableList<TargetRow> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<Optional<TargetRow>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// Looks what this machine can build; asking its compilers takes a moment.
  public void look() {
    background.quietly(
        workbench::targets,
        found -> {
          rows.setAll(found.stream().sorted(ORDER).toList());
          follow();
        },
        project::say);
  }

  /// A person chose a target; one that cannot be built here is answered with how to get it.
  public void choose(TargetRow row) {
    if (buildable(row)) {
      project.clearFailure();
      project.choose(row.target());
    } else {
      project.say(new Failure(why(row), cure(row.cures())));
      follow();
    }
  }

  public static boolean buildable(TargetRow row) {
    return row.host() || !row.cCompiler().isEmpty() || row.rust();
  }

  /// The tooltip of a target: what builds it, or what is missing and the command that gets it.
  public static String explanation(TargetRow row) {
    if (!buildable(row)) {
      return why(row) + "; " + cure(row.cures());
    }
    String c = row.cCompiler().isEmpty() ? "" : "C: " + String.join(" ", row.cCompiler());
    String rust = row.rust() ? "Rust: rustc" : "";
    String both = c.isEmpty() || rust.isEmpty() ? c + rust : c + "\n" + rust;
    return row.host() ? ("this machine's own\n" + both).strip() : both;
  }

  private static String why(TargetRow row) {
    return "this machine has no compiler for " + row.target().triple();
  }

  private static String cure(List<String> cures) {
    return String.join(" or ", cures);
  }

  private void follow() {
    chosen.set(Optional.empty());
    chosen.set(
        rows.stream()
            .filter(row -> row.target().equals(project.targetProperty().get()))
            .findFirst());
  }
}
