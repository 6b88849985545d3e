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
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.SymbolPlace;

/// Everything found, and the way from a finding to its line and its symbol.
public final class FindingsViewModel {

  private final Project project;
  private final Consumer<SymbolPlace> showSymbol;
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
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
    list();
  }

  public ObservableList<FindingRow> rows() {
    return rows;
  }

  /// The finding a person was led to last.
  public ReadOnlyObjectProperty<Optional<FindingRow>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Leads to the finding's line, and to its symbol where it has one.
  public void follow(FindingRow row) {
    current.set(Optional.of(row));
    row.entry()
        .flatMap(project::entry)
        .ifPresentOrElse(project.selection()::select, () -> showLine(row));
    row.at().ifPresent(showSymbol);
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
