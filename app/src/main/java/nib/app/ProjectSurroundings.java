package nib.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import nib.app.assist.AssistViewModel;
import nib.app.assist.Texts;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Location;
import nib.engine.text.SourceText;

/// The open packages and the drawer, as what assists at a text sees them.
///
/// @param drawer where usages are listed
record ProjectSurroundings(Project project, Drawer drawer)
    implements AssistViewModel.Surroundings, Texts {

  @Override
  public Texts texts() {
    return this;
  }

  @Override
  public List<Path> open() {
    return project.packages().stream().map(OpenedPackage::root).toList();
  }

  @Override
  public List<SourceText> edited() {
    return project.drafts().all();
  }

  @Override
  public Optional<SourceText> read(Path file) {
    return project.text(file);
  }

  /// Every module of the open packages.
  List<SourceText> modules() {
    return project.packages().stream()
        .flatMap(view -> view.modules().stream())
        .map(ModuleView::source)
        .toList();
  }

  @Override
  public ObservableValue<Optional<Entry>> entry() {
    return project.selection().entryProperty();
  }

  @Override
  public void go(Location location) {
    project.go(location);
  }

  @Override
  public void showUsages() {
    drawer.show(Drawer.Tab.USAGES);
  }

  @Override
  public void say(Failure sentence) {
    project.say(sentence);
  }

  @Override
  public void takeBack(Failure sentence) {
    project.takeBack(sentence);
  }
}
