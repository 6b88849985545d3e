package nib.app.prototype;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nib.app.Background;
import nib.app.project.DependencyEntry;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.Workbench;
import nib.engine.Workbench.Language;

/// The selected entry's declaration on the other side, in the language a person chose.
public final class PrototypeViewModel {

  /// What is shown.
  ///
  /// @param text the declaration; empty where no entry is selected
  /// @param penType the entry's type in Pen
  public record Shown(String text, String penType, List<String> remarks) {
    static final Shown NOTHING = new Shown("", "", List.of());

    public Shown {
      remarks = List.copyOf(remarks);
    }
  }

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.C);
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);

  public PrototypeViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    language.addListener((_, _, _) -> show());
    project.selection().entryProperty().addListener((_, _, _) -> show());
    project.selection().dependencyProperty().addListener((_, _, _) -> show());
    show();
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The whole package's declarations, handed to `copy` once they are written.
  public void header(Consumer<String> copy) {
    var chosen = language.get();
    project
        .opened()
        .ifPresent(
            view -> background.quietly(() -> workbench.header(view, chosen), copy, project::say));
  }

  private void show() {
    Optional<Entry> entry =
        project
            .selection()
            .entry()
            .or(() -> project.selection().dependencyProperty().get().map(DependencyEntry::entry));
    shown.set(
        entry
            .map(selected ->
                new Shown(
                    switch (language.get()) {
                      case C -> selected.prototypes().c();
                      case RUST -> selected.prototypes().rust();
                    },
                    selected.penType(),
                    selected.remarks()))
            .orElse(Shown.NOTHING));
  }
}
