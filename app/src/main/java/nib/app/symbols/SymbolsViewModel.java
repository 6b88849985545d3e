package nib.app.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
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
import nib.app.Question;
import nib.app.Work;
import nib.app.project.Project;
import nib.engine.Workbench;
import nib.engine.catalog.ReadableNames;
import nib.engine.catalog.RowQuery;
import nib.engine.catalog.RowSorter;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;

/// Symbols of the archives at hand. Reading, filtering and sorting happen away from the window,
/// over columns of numbers; only the newest question's answer is shown. While an archive is read,
/// what there is of it shows.
public final class SymbolsViewModel {

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty expression = new SimpleBooleanProperty();
  private final ObjectProperty<RowQuery.Side> side = new SimpleObjectProperty<>(RowQuery.Side.ALL);
  private final ObjectProperty<Optional<Symbol.Kind>> kind =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<RowQuery.Members>> members =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty raw = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Shelf> shelf;
  private final ReadOnlyObjectWrapper<RowList> rows;
  private final ObservableList<String> remarks = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper mistake = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SymbolRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Question<RowList> filtering;
  private final List<Work> reading = new ArrayList<>();
  private Optional<Work> asking = Optional.empty();
  private List<RowSorter.Wish> order = List.of();
  private Optional<SymbolPlace> wanted = Optional.empty();
  private List<Path> loaded = List.of();
  private long load;

  public SymbolsViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    this.filtering = new Question<>(background);
    var nothing = SymbolCatalog.empty();
    this.shelf = new ReadOnlyObjectWrapper<>(new Shelf(nothing, Optional.empty()));
    this.rows = new ReadOnlyObjectWrapper<>(new RowList(nothing, new int[0]));
    InvalidationListener reload = _ -> load();
    project.archives().addListener(reload);
    project.selection().symbolProperty().addListener((_, _, place) -> place.ifPresent(this::lead));
    project.selection().entryProperty().addListener((_, _, _) -> followEntry());
    project.reportProperty().addListener((_, _, _) -> followEntry());
    List.of(filter, expression, side, kind, members)
        .forEach(condition -> condition.addListener((_, _, _) -> select()));
    load();
  }

  /// Words that all have to occur in a row, or a regular expression.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Whether the filter is a regular expression.
  public BooleanProperty expressionProperty() {
    return expression;
  }

  /// What is wrong with the regular expression; empty where nothing is.
  public ReadOnlyStringProperty mistakeProperty() {
    return mistake.getReadOnlyProperty();
  }

  public ObjectProperty<RowQuery.Side> sideProperty() {
    return side;
  }

  /// The only kind of symbols that is shown; empty for all.
  public ObjectProperty<Optional<Symbol.Kind>> kindProperty() {
    return kind;
  }

  /// The members whose symbols are shown; empty for all.
  public ObjectProperty<Optional<RowQuery.Members>> membersProperty() {
    return members;
  }

  /// Whether names are shown as the file has them.
  public BooleanProperty rawProperty() {
    return raw;
  }

  /// What was read.
  ReadOnlyObjectProperty<Shelf> shelfProperty() {
    return shelf.getReadOnlyProperty();
  }

  SymbolCatalog catalog() {
    return shelf.get().catalog();
  }

  /// The rows that are shown; each answer is another list.
  public ReadOnlyObjectProperty<RowList> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  public RowList rows() {
    return rows.get();
  }

  /// What is wrong with the archives themselves.
  public ObservableList<String> remarks() {
    return remarks;
  }

  /// "12 of 4,096 symbols".
  public ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /// The row that a person was led to.
  public ReadOnlyObjectProperty<Optional<SymbolRow>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Sorts by these columns, the first before the others; none for the order of the files.
  public void sort(List<RowSorter.Wish> wishes) {
    order = List.copyOf(wishes);
    select();
  }

  /// A person chose a row: the entry of that name is selected everywhere.
  public void choose(SymbolRow row) {
    selected.set(Optional.of(row));
    String name = row.name();
    project.opened().stream()
        .flatMap(view -> view.entries().stream())
        .filter(entry -> entry.symbol().equals(name))
        .filter(entry -> project.selection().entry().filter(entry::equals).isEmpty())
        .findFirst()
        .ifPresent(project.selection()::select);
  }

  /// Leads to a row, whatever hides it.
  public void go(SymbolRow row) {
    lead(row.place());
  }

  /// Hands `found` the first rows whose name has all of these words, for the search over
  /// everything.
  public void find(String words, int most, Consumer<List<SymbolRow>> found) {
    var source = shelf.get();
    background.quietly(() -> source.named(words, most), found::accept, this::fail);
  }

  private void lead(SymbolPlace place) {
    wanted = Optional.of(place);
    var row = row(place);
    if (row.isPresent() && !rows.get().contains(row.get())) {
      showEverything();
    } else {
      arrive();
    }
  }

  private Optional<SymbolRow> row(SymbolPlace place) {
    int number = catalog().find(place.archive(), place.memberOffset(), place.symbol());
    return number < 0 ? Optional.empty() : Optional.of(new SymbolRow(catalog(), number));
  }

  /// Takes every condition away.
  public void showEverything() {
    filter.set("");
    side.set(RowQuery.Side.ALL);
    kind.set(Optional.empty());
    members.set(Optional.empty());
    select();
  }

  /// Marks the row that the selected entry's verdict rests on, where the table shows it. It clears
  /// no filter and opens nothing: nobody asked for the symbol.
  private void followEntry() {
    project
        .selection()
        .entry()
        .filter(entry -> selected.get().filter(row -> row.name().equals(entry.symbol())).isEmpty())
        .flatMap(project::verdict)
        .flatMap(EntryVerdict::definition)
        .ifPresent(place -> {
          wanted = Optional.of(place);
          arrive();
        });
  }

  private void arrive() {
    wanted
        .flatMap(this::row)
        .filter(rows.get()::contains)
        .ifPresent(row -> {
          wanted = Optional.empty();
          selected.set(Optional.empty());
          selected.set(Optional.of(row));
        });
  }

  private void load() {
    var files = List.copyOf(project.archives());
    long asked = ++load;
    selected.set(Optional.empty());
    reading.forEach(Work::cancel);
    reading.clear();
    if (!files.equals(loaded)) {
      loaded = files;
      show(new Shelf(SymbolCatalog.empty(), Optional.empty()));
    }
    remarks.clear();
    if (files.isEmpty()) {
      return;
    }
    Consumer<SymbolCatalog> pieces =
        background.inBatches(found -> {
          var piece = found.getLast();
          boolean more = !piece.sameReading(catalog()) || catalog().rows() < piece.rows();
          if (asked == load && more) {
            show(new Shelf(piece, Optional.empty()));
          }
        });
    read(
        asked,
        "Reading " + words(files),
        () -> workbench.catalog(files, pieces),
        whole -> {
          show(new Shelf(whole, Optional.empty()));
          remarks.setAll(whole.damages().stream().map(SymbolsViewModel::remark).toList());
          read(
              asked,
              "Demangling the names of " + words(files),
              () -> new Shelf(whole, Optional.of(ReadableNames.of(whole))),
              this::show);
        });
  }

  private <T> void read(long asked, String doing, Background.Job<T> job, Consumer<T> done) {
    reading.add(
        background.run(
            doing,
            job,
            answer -> {
              if (asked == load) {
                done.accept(answer);
              }
            },
            failure -> {
              if (asked == load) {
                stopped(failure);
              }
            }));
  }

  /// What was read before stays.
  private void stopped(Failure failure) {
    var progress = catalog().progress();
    if (!progress.complete()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "Only %,d of %,d members are shown: %s",
              progress.members(),
              progress.of(),
              failure.what()));
    }
    fail(failure);
  }

  private static String words(List<Path> files) {
    return files.size() == 1
        ? String.valueOf(files.getFirst().getFileName())
        : files.size() + " archives";
  }

  private static String remark(SymbolCatalog.Damage damage) {
    return "%s is damaged at 0x%x: %s; what stands before that is shown"
        .formatted(damage.file().getFileName(), damage.at(), damage.what());
  }

  private void show(Shelf read) {
    if (!read.catalog().sameReading(catalog())) {
      members.set(Optional.empty());
      rows.set(new RowList(read.catalog(), new int[0]));
    }
    shelf.set(read);
    select();
  }

  private void select() {
    var source = shelf.get();
    var wish = order;
    asking.ifPresent(Work::cancel);
    try {
      var text =
          expression.get() ? RowQuery.expression(filter.get()) : RowQuery.words(filter.get());
      mistake.set("");
      var query = new RowQuery(text, side.get(), kind.get(), members.get());
      asking =
          Optional.of(
              filtering.ask(
                  () -> source.rows(query, wish), kept -> show(source, kept), this::refuse));
    } catch (FailureException e) {
      // The rows of the last expression that was one stay.
      refuse(e.failure());
    }
  }

  private void refuse(Failure failure) {
    filtering.drop();
    mistake.set(failure.toString());
  }

  private void show(Shelf source, RowList kept) {
    rows.set(kept);
    count.set(words(source.catalog(), kept.size()));
    arrive();
  }

  private void fail(Failure failure) {
    project.say(failure);
  }

  private static String words(SymbolCatalog catalog, int shown) {
    int all = catalog.rows();
    var progress = catalog.progress();
    String words =
        shown == all
            ? String.format(Locale.ROOT, "%,d symbols", all)
            : String.format(Locale.ROOT, "%,d of %,d symbols", shown, all);
    return progress.complete()
        ? words
        : String.format(
            Locale.ROOT, "%s, %,d of %,d members read", words, progress.members(), progress.of());
  }
}
