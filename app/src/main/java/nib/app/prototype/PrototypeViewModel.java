package nib.app.prototype;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nib.app.Background;
import nib.app.Settings;
import nib.app.project.Pointing;
import nib.app.project.Project;
import nib.engine.Workbench;
import nib.engine.abi.Spelled;

/// The selected entry's declaration on the other side, in the language a person chose.
public final class PrototypeViewModel {

  /// What is shown.
  ///
  /// @param spelled the declaration; empty where no entry is selected
  /// @param penType the entry's type in Pen
  public record Shown(Spelled spelled, String penType, List<String> remarks) {
    static final Shown NOTHING = new Shown(Spelled.of(""), "", List.of());

    public Shown {
      remarks = List.copyOf(remarks);
    }

    public String text() {
      return spelled.text();
    }
  }

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final ObjectProperty<Spelling> spelling;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);

  public PrototypeViewModel(
      Workbench workbench, Background background, Project project, Settings settings) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    this.spelling = new SimpleObjectProperty<>(Spelling.named(settings.get(Settings.PROTOTYPE)));
    spelling.addListener((_, _, now) -> {
      settings.put(Settings.PROTOTYPE, now.setting());
      show();
    });
    project.selection().entryProperty().addListener((_, _, _) -> show());
    project.selection().dependencyProperty().addListener((_, _, _) -> show());
    show();
  }

  public ObjectProperty<Spelling> spellingProperty() {
    return spelling;
  }

  /// Turns to the next language.
  public void turn() {
    spelling.set(spelling.get().next());
  }

  /// The parts of the call that are pointed at.
  public Pointing pointing() {
    return project.selection().pointing();
  }

  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The whole package's declarations, handed to `copy` once they are written. Nothing happens for
  /// a language without header files.
  public void header(Consumer<String> copy) {
    project
        .opened()
        .ifPresent(view ->
            spelling
                .get()
                .header()
                .ifPresent(language ->
                    background.quietly(
                        () -> workbench.header(view, language), copy, project::say)));
  }

  private void show() {
    shown.set(
        project
            .selection()
            .function()
            .map(selected ->
                new Shown(
                    spelling.get().of(selected.prototypes()),
                    selected.penType(),
                    selected.remarks()))
            .orElse(Shown.NOTHING));
  }
}
