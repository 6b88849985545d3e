package nib.app.diagnosis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.SymbolPlace;

/// Everything found, and the way from a finding to its line and its symbol.
public final class FindingsViewModel {

  private final Project project;
  private final Consumer<SymbolPlace> showSymbol;
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ObservableList<String> remarks = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<FindingRow>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Watches the project.
  ///
  /// @param showSymbol brings a symbol's row into view
  public FindingsViewModel(Project project, Consumer<SymbolPlace> showSymbol) {
    this.project = project;
    this.showSymbol = showSymbol;
    project.openedProperty().addListener((_, _, _) -> list());
    project.reportProperty().addListener((_, _, _) -> list());
    project.selection().entryProperty().addListener((_, _, entry) -> entry.ifPresent(this::mark));
    list();
  }

  public ObservableList<FindingRow> rows() {
    return rows;
  }

  /// What the check could not look into, in sentences; nothing there is surely missing.
  public ObservableList<String> remarks() {
    return remarks;
  }

  /// The finding a person was led to last.
  public ReadOnlyObjectProperty<Optional<FindingRow>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Leads to the finding's line, and to its symbol where it has one.
  public void follow(FindingRow row) {
    choose(row);
    row.at().ifPresent(showSymbol);
  }

  /// A person chose a finding: its line is shown, and its entry is selected everywhere. What is
  /// below stays as it is.
  public void choose(FindingRow row) {
    current.set(Optional.of(row));
    row.entry()
        .flatMap(project::entry)
        .ifPresentOrElse(project.selection()::select, () -> showLine(row));
  }

  /// Marks the first finding about the selected entry, unless one of its findings is marked.
  private void mark(Entry entry) {
    var about = Optional.of(entry.id());
    if (current.get().filter(row -> row.entry().equals(about)).isEmpty()) {
      rows.stream()
          .filter(row -> row.entry().equals(about))
          .findFirst()
          .ifPresent(row -> current.set(Optional.of(row)));
    }
  }

  /// Leads to the finding after the one followed last, round and round.
  public void next() {
    if (!rows.isEmpty()) {
      int at = current.get().map(rows::indexOf).orElse(-1);
      follow(rows.get((at + 1) % rows.size()));
    }
  }

  private void showLine(FindingRow row) {
    project.opened().stream()
        .flatMap(view -> view.modules().stream())
        .filter(module -> module.source().file().equals(row.location().file()))
        .findFirst()
        .ifPresent(module -> project.selection().show(module.path(), row.location()));
  }

  private void list() {
    remarks.setAll(
        project.reportProperty().get().stream()
            .flatMap(report -> report.remarks().stream())
            .map("not looked into: "::concat)
            .toList());
    var fresh = project.opened().map(this::found).orElse(List.of());
    if (!fresh.equals(rows)) {
      rows.setAll(fresh);
    }
  }

  private List<FindingRow> found(OpenedPackage view) {
    Path root = view.root();
    var all = new ArrayList<FindingRow>();
    view.diagnostics().forEach(diagnostic -> all.add(FindingRow.of(diagnostic, root)));
    project
        .reportProperty()
        .get()
        .ifPresent(
            report -> report.findings().forEach(finding -> all.add(FindingRow.of(finding, root))));
    return all;
  }
}
