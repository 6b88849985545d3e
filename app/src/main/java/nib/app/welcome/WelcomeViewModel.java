package nib.app.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.FilePicker;
import nib.app.project.Project;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;

/// Ways to begin.
public final class WelcomeViewModel {

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final FilePicker picker;
  private final ObservableList<Sample> samples = FXCollections.observableArrayList();
  private final ObservableList<Recent> recents = FXCollections.observableArrayList();

  public WelcomeViewModel(
      Workbench workbench, Background background, Project project, FilePicker picker) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    this.picker = picker;
    InvalidationListener look = _ -> look(List.copyOf(project.recents()));
    project.recents().addListener(look);
  }

  public ObservableList<Sample> samples() {
    return samples;
  }

  public ObservableList<Recent> recents() {
    return recents;
  }

  /// Reads what the page shows.
  public void refresh() {
    background.quietly(
        () -> workbench.samples().stream().map(Sample::read).toList(),
        samples::setAll,
        project::say);
    project.readRecents();
  }

  public void open(Path path) {
    project.open(path);
  }

  public void openFolder() {
    picker.folder("Open a package").ifPresent(project::open);
  }

  /// Opens another package beside those that are open.
  public void openBeside() {
    picker.folder("Open a package beside").ifPresent(folder -> project.openBeside(List.of(folder)));
  }

  /// The packages that are open, while this page is shown over them.
  public ObservableList<OpenedPackage> open() {
    return project.packages();
  }

  public void goBackTo(OpenedPackage view) {
    project.switchTo(view.root());
  }

  public void openFile() {
    picker.file().ifPresent(project::open);
  }

  public void forgetRecents() {
    project.forgetRecents();
  }

  private void look(List<Path> paths) {
    background.quietly(
        () -> paths.stream().map(path -> new Recent(path, Files.exists(path))).toList(),
        recents::setAll,
        project::say);
  }
}
