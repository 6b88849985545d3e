package nib.app.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.Question;
import nib.app.project.Project;
import nib.app.table.FilterWords;
import nib.engine.Workbench;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;

/// Members and symbols of the archives at hand. Reading, filtering and sorting happen away from the
/// window; only the newest question's answer is shown.
public final class SymbolsViewModel {

  private final Workbench workbench;
  private final Background background;
  private final Project project;
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty raw = new SimpleBooleanProperty();
  private final ObservableList<SymbolRow> rows = FXCollections.observableArrayList();
  private final ObservableList<String> remarks = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<SymbolRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<SymbolRow> all = List.of();
  private List<SymbolRow> ordered = List.of();
  private Optional<Comparator<SymbolRow>> order = Optional.empty();
  private Optional<SymbolPlace> wanted = Optional.empty();
  private final Question<List<SymbolRow>> filtering;
  private final Question<List<SymbolRow>> sorting;
  private long load;

  public SymbolsViewModel(Workbench workbench, Background background, Project project) {
    this.workbench = workbench;
    this.background = background;
    this.project = project;
    this.filtering = new Question<>(background);
    this.sorting = new Question<>(background);
    InvalidationListener reload = _ -> load();
    project.archives().addListener(reload);
    project.selection().symbolProperty().addListener((_, _, place) -> place.ifPresent(this::lead));
    project.selection().entryProperty().addListener((_, _, _) -> followEntry());
    project.reportProperty().addListener((_, _, _) -> followEntry());
    filter.addListener((_, _, _) -> select());
    load();
  }

  /// Words that all have to occur in a row.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Whether names are shown as the file has them.
  public BooleanProperty rawProperty() {
    return raw;
  }

  public ObservableList<SymbolRow> rows() {
    return rows;
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

  /// Sorts by this order; empty for that of the files. Everything is sorted once, so that a filter
  /// only has to keep the order it finds.
  public void sort(Optional<Comparator<SymbolRow>> wish) {
    order = wish;
    var source = all;
    sorting.ask(
        () -> ordered(source, wish),
        sorted -> {
          ordered = sorted;
          select();
        },
        this::fail);
  }

  /// A person chose a row: the entry of that name is selected everywhere.
  public void choose(SymbolRow row) {
    selected.set(Optional.of(row));
    project.opened().stream()
        .flatMap(view -> view.entries().stream())
        .filter(entry -> entry.symbol().equals(row.name()))
        .filter(entry -> project.selection().entry().filter(entry::equals).isEmpty())
        .findFirst()
        .ifPresent(project.selection()::select);
  }

  /// Hands `found` the first rows whose name has all of these words, for the search over
  /// everything.
  public void find(String words, int most, Consumer<List<SymbolRow>> found) {
    var source = all;
    var wanted = FilterWords.of(words);
    background.quietly(
        () ->
            source.stream()
                .filter(row -> wanted.keeps(row.name() + "\n" + row.shown()))
                .limit(most)
                .toList(),
        found,
        this::fail);
  }

  private void lead(SymbolPlace place) {
    wanted = Optional.of(place);
    if (rows.stream().noneMatch(row -> row.at(place)) && !filter.get().isEmpty()) {
      filter.set("");
    } else {
      arrive();
    }
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
        .flatMap(place -> rows.stream().filter(row -> row.at(place)).findFirst())
        .ifPresent(row -> {
          wanted = Optional.empty();
          selected.set(Optional.empty());
          selected.set(Optional.of(row));
        });
  }

  private record Read(
      List<SymbolRow> rows,
      Optional<Comparator<SymbolRow>> order,
      List<SymbolRow> ordered,
      List<String> remarks) {

    static final Read NOTHING = new Read(List.of(), Optional.empty(), List.of(), List.of());
  }

  private void load() {
    var files = List.copyOf(project.archives());
    selected.set(Optional.empty());
    if (files.isEmpty()) {
      load++;
      show(Read.NOTHING);
      return;
    }
    long asked = ++load;
    var wish = order;
    background.run(
        files.size() == 1
            ? "Reading " + files.getFirst().getFileName()
            : "Reading %d archives".formatted(files.size()),
        () -> read(files, wish),
        answer -> {
          if (asked == load) {
            show(answer);
          }
        },
        failure -> {
          if (asked == load) {
            show(Read.NOTHING);
            fail(failure);
          }
        });
  }

  private Read read(List<Path> files, Optional<Comparator<SymbolRow>> wish)
      throws FailureException, InterruptedException {
    var found = new ArrayList<SymbolRow>();
    var said = new ArrayList<String>();
    for (Path file : files) {
      var library = workbench.library(file);
      library
          .damage()
          .ifPresent(damage ->
              said.add(
                  "%s is damaged at byte %d: %s"
                      .formatted(file.getFileName(), damage.at(), damage.what())));
      for (Member member : library.members()) {
        addRows(library, member, found);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
    var rows = List.copyOf(found);
    return new Read(rows, wish, ordered(rows, wish), List.copyOf(said));
  }

  private void addRows(Library library, Member member, List<SymbolRow> found) {
    switch (member) {
      case Member.Read(_, _, _, var object) -> {
        var named = object.symbols().stream().filter(Symbol::named).toList();
        for (var symbol : named) {
          found.add(SymbolRow.of(library, member, symbol, workbench.demangle(symbol.name())));
        }
        if (named.isEmpty()) {
          found.add(SymbolRow.of(library, member, "no symbols"));
        }
      }
      case Member.Unopened(_, _, _, var format) ->
          found.add(SymbolRow.of(library, member, "not opened: " + format.words()));
      case Member.Unreadable(_, _, _, var at, var what) ->
          found.add(SymbolRow.of(library, member, "damaged at byte %d: %s".formatted(at, what)));
    }
  }

  private void show(Read answer) {
    all = answer.rows();
    ordered = answer.ordered();
    remarks.setAll(answer.remarks());
    sorting.drop();
    select();
    if (!answer.order().equals(order)) {
      // Another order was asked for while these rows were read.
      sort(order);
    }
  }

  private void select() {
    var source = ordered;
    var words = FilterWords.of(filter.get());
    filtering.ask(
        () ->
            words.isEmpty()
                ? source
                : source.stream().filter(row -> words.keepsLower(row.searched())).toList(),
        kept -> {
          rows.setAll(kept);
          count.set(countWords(kept.size(), source.size()));
          arrive();
        },
        this::fail);
  }

  private void fail(Failure failure) {
    project.say(failure);
  }

  private static List<SymbolRow> ordered(
      List<SymbolRow> rows, Optional<Comparator<SymbolRow>> wish) {
    return wish.map(order -> rows.stream().sorted(order).toList()).orElse(rows);
  }

  private static String countWords(int shown, int of) {
    return shown == of
        ? String.format(Locale.ROOT, "%,d symbols", of)
        : String.format(Locale.ROOT, "%,d of %,d symbols", shown, of);
  }
}
