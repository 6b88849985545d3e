package nib.app.symbols;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.FilePicker;
import nib.app.Question;
import nib.app.table.FilterWords;
import nib.engine.Workbench;
import nib.engine.catalog.CatalogComparison;
import nib.engine.catalog.CatalogComparison.Change;
import nib.engine.diagnostic.Failure;

/// What another archive has that this one has not, and the other way round.
public final class CompareViewModel {

  private final Workbench workbench;
  private final Background background;
  private final SymbolsViewModel symbols;
  private final FilePicker picker;
  private final Question<List<ChangeRow>> filtering;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Change>> change =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty localToo = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<ObservableList<ChangeRow>> rows =
      new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private Optional<CatalogComparison> comparison = Optional.empty();
  private long asked;

  CompareViewModel(
      Workbench workbench, Background background, SymbolsViewModel symbols, FilePicker picker) {
    this.workbench = workbench;
    this.background = background;
    this.symbols = symbols;
    this.picker = picker;
    this.filtering = new Question<>(background);
    filter.addListener((_, _, _) -> select());
    change.addListener((_, _, _) -> select());
    localToo.addListener((_, _, _) -> select());
    symbols.shelfProperty().addListener((_, _, _) -> forget());
  }

  /// Words that a line has to have.
  public StringProperty filterProperty() {
    return filter;
  }

  /// The only change that is shown; empty for all.
  public ObjectProperty<Optional<Change>> changeProperty() {
    return change;
  }

  /// Whether symbols that no other member sees are shown as well.
  public BooleanProperty localTooProperty() {
    return localToo;
  }

  /// What differs; each answer is another list.
  ReadOnlyObjectProperty<ObservableList<ChangeRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// What came of it, in a sentence; empty before anything was compared.
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// Asks for another archive and compares.
  public void choose() {
    picker.file().ifPresent(this::compare);
  }

  /// Compares with another archive or object file, which is taken for the newer one.
  public void compare(Path other) {
    var before = symbols.catalog();
    long mine = ++asked;
    background.run(
        "Comparing with " + other.getFileName(),
        () -> CatalogComparison.of(before, workbench.catalog(List.of(other), _ -> {})),
        found -> {
          if (mine == asked) {
            show(found, other);
          }
        },
        failure -> {
          if (mine == asked) {
            fail(failure);
          }
        });
  }

  private void show(CatalogComparison found, Path other) {
    comparison = Optional.of(found);
    var members = found.lines().stream().filter(CatalogComparison.Line::ofMember).toList();
    words.set(
        String.format(
            Locale.ROOT,
            "To %s: %,d members added, %,d removed, %,d changed, %,d the same; %,d symbols differ in"
                + " those that changed",
            other,
            count(members, Change.ADDED),
            count(members, Change.REMOVED),
            count(members, Change.CHANGED),
            found.same(),
            found.lines().size() - members.size()));
    select();
  }

  private static long count(List<CatalogComparison.Line> lines, Change change) {
    return lines.stream().filter(line -> line.change() == change).count();
  }

  private void fail(Failure failure) {
    words.set("✗ " + failure);
  }

  /// What was read anew is compared anew, when a person asks.
  private void forget() {
    var old = comparison.filter(found -> !found.before().sameReading(symbols.catalog()));
    if (old.isPresent()) {
      asked++;
      comparison = Optional.empty();
      words.set("");
      filtering.drop();
      rows.set(FXCollections.observableArrayList());
    }
  }

  private void select() {
    if (comparison.isEmpty()) {
      return;
    }
    var found = comparison.get();
    var wanted = FilterWords.of(filter.get());
    var only = change.get();
    boolean everything = localToo.get();
    filtering.ask(
        () ->
            found.lines().stream()
                .filter(line -> only.isEmpty() || only.get() == line.change())
                .map(line -> new ChangeRow(found, line))
                .filter(row -> everything || row.seen())
                .filter(row -> wanted.isEmpty() || wanted.keeps(row.member() + "\n" + row.symbol()))
                .toList(),
        kept -> rows.set(FXCollections.observableList(kept)),
        this::fail);
  }
}
