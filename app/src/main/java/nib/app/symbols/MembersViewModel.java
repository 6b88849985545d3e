package nib.app.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.app.Question;
import nib.app.table.FilterWords;
import nib.engine.catalog.CatalogMember;
import nib.engine.catalog.RowQuery;
import nib.engine.catalog.SymbolCatalog;

/// Archives and their members. Choosing one shows its symbols alone.
public final class MembersViewModel {

  private final SymbolsViewModel symbols;
  private final Question<List<MemberRow>> question;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ObservableList<MemberRow>> rows =
      new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyObjectWrapper<Optional<MemberRow>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Set<Path> folded = new HashSet<>();
  private Optional<Comparator<MemberRow>> order = Optional.empty();
  private SymbolCatalog shown = SymbolCatalog.empty();

  MembersViewModel(SymbolsViewModel symbols, Background background) {
    this.symbols = symbols;
    this.question = new Question<>(background);
    symbols.shelfProperty().addListener((_, _, _) -> read());
    symbols.membersProperty().addListener((_, _, _) -> follow());
    filter.addListener((_, _, _) -> ask());
    read();
  }

  /// Words that a member's name or its contents have to have.
  public StringProperty filterProperty() {
    return filter;
  }

  /// The lines that are shown; each answer is another list.
  public ReadOnlyObjectProperty<ObservableList<MemberRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// The line whose symbols are shown; empty for all.
  public ReadOnlyObjectProperty<Optional<MemberRow>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// A person chose a line.
  public void choose(MemberRow row) {
    chosen.set(Optional.of(row));
    symbols.membersProperty().set(everything(row) ? Optional.empty() : Optional.of(row.members()));
  }

  /// Leads to a member, as if a person had chosen its line.
  void lead(CatalogMember member) {
    rows.get().stream()
        .filter(row -> row.member().filter(member::equals).isPresent())
        .findFirst()
        .ifPresentOrElse(
            this::choose,
            () ->
                MemberRow.of(shown.members()).stream()
                    .filter(row -> row.member().filter(member::equals).isPresent())
                    .findFirst()
                    .ifPresent(row -> {
                      filter.set("");
                      folded.remove(row.file());
                      ask();
                      choose(row);
                    }));
  }

  /// Whether only an archive's own line is shown. A filter looks into folded archives as well.
  boolean folded(Path archive) {
    return folded.contains(archive) && filter.get().isBlank();
  }

  /// Folds the archive that a line belongs to, or unfolds it.
  void fold(MemberRow row, boolean fold) {
    if (fold ? folded.add(row.file()) : folded.remove(row.file())) {
      if (fold && !row.heading()) {
        rows.get().stream()
            .filter(one -> one.heading() && one.file().equals(row.file()))
            .findFirst()
            .ifPresent(this::choose);
      }
      ask();
    }
  }

  /// A person opened a line: an archive's folds or unfolds.
  void open(MemberRow row) {
    choose(row);
    if (row.heading()) {
      fold(row, !folded.contains(row.file()));
    }
  }

  void sort(Optional<Comparator<MemberRow>> wish) {
    order = wish;
    ask();
  }

  private void read() {
    var catalog = symbols.catalog();
    if (!catalog.sameReading(shown) || catalog.members().size() != shown.members().size()) {
      shown = catalog;
      ask();
    }
  }

  private void ask() {
    var catalog = shown;
    var words = FilterWords.of(filter.get());
    var wish = order;
    var hidden = words.isEmpty() ? Set.copyOf(folded) : Set.<Path>of();
    question.ask(
        () ->
            lines(catalog.members(), words, wish).stream()
                .filter(row -> row.heading() || !hidden.contains(row.file()))
                .toList(),
        found -> {
          rows.set(FXCollections.observableList(found));
          follow();
        },
        _ -> {});
  }

  /// Members stay below their archive, whatever they are sorted by.
  private static List<MemberRow> lines(
      List<CatalogMember> members, FilterWords words, Optional<Comparator<MemberRow>> wish) {
    var lines = new ArrayList<MemberRow>();
    var below = new ArrayList<MemberRow>();
    for (var row : MemberRow.of(members)) {
      if (row.heading()) {
        wish.ifPresent(below::sort);
        lines.addAll(below);
        below.clear();
        lines.add(row);
      } else if (words.isEmpty()
          || words.keepsLower((row.title() + "\n" + row.contents()).toLowerCase(Locale.ROOT))) {
        below.add(row);
      }
    }
    wish.ifPresent(below::sort);
    lines.addAll(below);
    return lines;
  }

  private void follow() {
    var wanted = symbols.membersProperty().get();
    chosen.set(
        wanted.isPresent()
            ? rows.get().stream().filter(row -> row.members().equals(wanted.get())).findFirst()
            : chosen.get().filter(this::everything).filter(rows.get()::contains));
  }

  private boolean everything(MemberRow row) {
    return row.heading() && row.members().equals(new RowQuery.Members(0, shown.members().size()));
  }
}
