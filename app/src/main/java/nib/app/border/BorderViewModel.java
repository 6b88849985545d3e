package nib.app.border;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Verdict;
import nib.engine.foreign.Direction;

/// The border as lines: imports, exports, modules, archives.
public final class BorderViewModel {

  private final Project project;
  private final Consumer<Path> openArchive;
  private final ObservableList<BorderItem> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<BorderItem>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Watches the project.
  ///
  /// @param openArchive shows an archive's symbols
  public BorderViewModel(Project project, Consumer<Path> openArchive) {
    this.project = project;
    this.openArchive = openArchive;
    InvalidationListener refresh = _ -> list();
    project.openedProperty().addListener((_, _, _) -> list());
    project.reportProperty().addListener((_, _, _) -> list());
    project.archives().addListener(refresh);
    project.selection().entryProperty().addListener((_, _, _) -> follow());
    project.selection().moduleProperty().addListener((_, _, _) -> follow());
    list();
  }

  public ObservableList<BorderItem> items() {
    return items;
  }

  /// The line of what is selected everywhere.
  public ReadOnlyObjectProperty<Optional<BorderItem>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// A person chose a line.
  public void choose(BorderItem item) {
    switch (item) {
      case BorderItem.OfEntry(var entry, _) -> {
        if (project.selection().entry().filter(entry::equals).isEmpty()) {
          project.selection().select(entry);
        }
      }
      case BorderItem.OfModule(var path, _) -> {
        if (project.selection().entry().isPresent()
            || !project.selection().moduleProperty().get().equals(Optional.of(path))) {
          project.selection().show(path);
        }
      }
      case BorderItem.OfArchive _, BorderItem.Heading _, BorderItem.Nothing _ -> {}
    }
  }

  /// A person wants to see more of a line: Enter or a double click.
  public void open(BorderItem item) {
    if (item instanceof BorderItem.OfArchive(var file)) {
      openArchive.accept(file);
    }
  }

  private void list() {
    var fresh = project.opened().map(this::itemsOf).orElse(List.of());
    if (!fresh.equals(items)) {
      items.setAll(fresh);
    }
    follow();
  }

  private List<BorderItem> itemsOf(OpenedPackage view) {
    var lines = new ArrayList<BorderItem>();
    part(lines, "Imports", entries(view, Direction.IMPORT), "no foreign imports");
    var exports = entries(view, Direction.EXPORT);
    if (!exports.isEmpty()) {
      part(lines, "Exports", exports, "");
    }
    part(lines, "Modules", modules(view), "no modules");
    part(
        lines,
        "Archives",
        project.archives().stream().<BorderItem>map(BorderItem.OfArchive::new).toList(),
        "build to make one");
    return lines;
  }

  private static void part(
      List<BorderItem> lines, String words, List<BorderItem> items, String nothing) {
    lines.add(new BorderItem.Heading(words, items.size()));
    if (items.isEmpty()) {
      lines.add(new BorderItem.Nothing(nothing));
    }
    lines.addAll(items);
  }

  private List<BorderItem> entries(OpenedPackage view, Direction direction) {
    return view.entries().stream()
        .filter(entry -> entry.direction() == direction)
        .<BorderItem>map(entry -> new BorderItem.OfEntry(entry, verdict(entry)))
        .toList();
  }

  private Verdict verdict(Entry entry) {
    return project.verdict(entry).map(EntryVerdict::verdict).orElse(Verdict.NOT_BUILT);
  }

  private static List<BorderItem> modules(OpenedPackage view) {
    return view.modules().stream()
        .<BorderItem>map(module ->
            new BorderItem.OfModule(
                module.path(),
                (int)
                    view.diagnostics().stream()
                        .filter(d -> d.location().file().equals(module.source().file()))
                        .count()))
        .toList();
  }

  private void follow() {
    var entry = project.selection().entry().map(Entry::id);
    var module = project.selection().moduleProperty().get();
    selected.set(
        items.stream()
            .filter(item ->
                switch (item) {
                  case BorderItem.OfEntry(var listed, _) -> entry.equals(Optional.of(listed.id()));
                  case BorderItem.OfModule(var path, _) ->
                      entry.isEmpty() && module.equals(Optional.of(path));
                  case BorderItem.OfArchive _, BorderItem.Heading _, BorderItem.Nothing _ -> false;
                })
            .findFirst());
  }
}
