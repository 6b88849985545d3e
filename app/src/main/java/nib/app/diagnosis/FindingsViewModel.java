package nib.app.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.project.Homes;
import nib.app.project.Project;
import nib.app.table.FilterWords;
import nib.app.table.InPlace;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.text.Location;

/// Everything found in the open packages, the current one's first: in their texts, and at their
/// borders. And the way from a finding to its line and its symbol.
public final class FindingsViewModel {

  private final Project project;
  private final Consumer<SymbolPlace> showSymbol;
  private final ObservableList<FindingRow> all = FXCollections.observableArrayList();
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ObservableList<String> remarks = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<FindingRow>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Where the current row stands among the shown ones, or stood when it was cured.
  private int position = -1;

  private boolean updating;

  /// Watches the project.
  ///
  /// @param showSymbol brings a symbol's row into view
  public FindingsViewModel(Project project, Consumer<SymbolPlace> showSymbol) {
    this.project = project;
    this.showSymbol = showSymbol;
    project.openedProperty().addListener((_, _, _) -> list());
    project.reportProperty().addListener((_, _, _) -> list());
    project.packages().addListener((InvalidationListener) _ -> list());
    project.selection().entryProperty().addListener((_, _, entry) -> entry.ifPresent(this::mark));
    filter.addListener((_, _, _) -> keep());
    list();
  }

  /// What was found, whatever the filter keeps of it.
  public ObservableList<FindingRow> all() {
    return all;
  }

  /// What the filter keeps.
  public ObservableList<FindingRow> rows() {
    return rows;
  }

  /// Words that all have to occur in a row.
  public StringProperty filterProperty() {
    return filter;
  }

  /// What the check could not look into, in sentences; nothing there is surely missing.
  public ObservableList<String> remarks() {
    return remarks;
  }

  /// The finding a person was led to last.
  public ReadOnlyObjectProperty<Optional<FindingRow>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Whether the rows are just brought up to date: what then moves in a table nobody chose.
  public boolean updating() {
    return updating;
  }

  /// Leads to the finding's line, and to its symbol where it has one.
  public void follow(FindingRow row) {
    choose(row);
    row.at().ifPresent(showSymbol);
  }

  /// A person chose a finding: its line is shown, and its entry is selected everywhere. What is
  /// below stays as it is.
  public void choose(FindingRow row) {
    turnTo(Optional.of(row));
    project.switchTo(row.root());
    row.entry()
        .flatMap(project::entry)
        .ifPresentOrElse(project.selection()::select, () -> project.go(row.location()));
  }

  /// Leads to a place that a finding is related to.
  public void go(Location related) {
    project.go(related);
  }

  /// Leads to the finding after the one followed last, round and round.
  public void next() {
    if (!rows.isEmpty()) {
      int at = current.get().isPresent() ? position + 1 : Math.max(0, position);
      follow(rows.get(at % rows.size()));
    }
  }

  /// Marks the first finding about the selected entry, unless one of its findings is marked.
  private void mark(Entry entry) {
    var about = Optional.of(entry.id());
    var root = project.opened().map(OpenedPackage::root);
    if (current.get().filter(row -> row.entry().equals(about)).isEmpty()) {
      rows.stream()
          .filter(row -> row.entry().equals(about) && root.equals(Optional.of(row.root())))
          .findFirst()
          .ifPresent(row -> turnTo(Optional.of(row)));
    }
  }

  private void turnTo(Optional<FindingRow> row) {
    row.map(rows::indexOf).filter(at -> at >= 0).ifPresent(at -> position = at);
    current.set(row);
  }

  private void list() {
    InPlace.update(
        remarks,
        project.reportProperty().get().stream()
            .flatMap(report -> report.remarks().stream())
            .map("not looked into: "::concat)
            .toList());
    InPlace.update(all, found());
    keep();
  }

  private void keep() {
    var words = FilterWords.of(filter.get());
    updating = true;
    InPlace.update(rows, all.stream().filter(row -> row.matches(words)).toList());
    turnTo(current.get().flatMap(row -> row.successor(rows)));
    updating = false;
  }

  private List<FindingRow> found() {
    var found = new ArrayList<FindingRow>();
    var shown = project.opened();
    shown.ifPresent(view -> add(found, view, FindingRow.Home.current(view)));
    project.packages().stream()
        .filter(view -> shown.filter(one -> one.root().equals(view.root())).isEmpty())
        .forEach(view -> add(found, view, FindingRow.Home.beside(view)));
    return found;
  }

  private void add(List<FindingRow> found, OpenedPackage view, FindingRow.Home home) {
    Homes.own(view).forEach(diagnostic -> found.add(home.row(diagnostic)));
    project
        .report(view)
        .ifPresent(report -> report.findings().forEach(finding -> found.add(home.row(finding))));
  }
}
