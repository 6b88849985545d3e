package nib.app.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Command;
import nib.app.diagnosis.FindingsViewModel;
import nib.app.project.DependencyEntry;
import nib.app.project.Project;
import nib.app.symbols.SymbolRow;
import nib.app.symbols.SymbolsViewModel;
import nib.app.table.FilterWords;
import nib.engine.DependencyView;

/// One search over entries, modules, packages, dependencies, findings, symbols and commands.
public final class PaletteViewModel {

  private static final int MOST = 60;
  private static final int MOST_SYMBOLS = 20;

  private final Project project;
  private final FindingsViewModel findings;
  private final SymbolsViewModel symbols;
  private final Supplier<List<Command>> commands;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();

  /// Searches these.
  ///
  /// @param commands what can be done, asked for when the search opens
  public PaletteViewModel(
      Project project,
      FindingsViewModel findings,
      SymbolsViewModel symbols,
      Supplier<List<Command>> commands) {
    this.project = project;
    this.findings = findings;
    this.symbols = symbols;
    this.commands = commands;
    query.addListener((_, _, _) -> search());
    open.addListener((_, _, now) -> {
      query.set("");
      if (now) {
        search();
      }
    });
  }

  public BooleanProperty openProperty() {
    return open;
  }

  public StringProperty queryProperty() {
    return query;
  }

  public ObservableList<Hit> hits() {
    return hits;
  }

  /// Closes the search and does what the hit stands for.
  public void take(Hit hit) {
    open.set(false);
    hit.action().run();
  }

  private record Ranked(Hit hit, int rank) {}

  private void search() {
    String words = words();
    var found =
        Stream.of(entries(), modules(), packages(), dependencies(), found(), commands())
            .flatMap(List::stream)
            .map(hit -> new Ranked(hit, rank(hit, words)))
            .filter(ranked -> ranked.rank() < Integer.MAX_VALUE)
            .sorted(Comparator.comparingInt(Ranked::rank))
            .limit(MOST)
            .map(Ranked::hit)
            .toList();
    hits.setAll(found);
    if (!words.isEmpty()) {
      symbols.find(words, MOST_SYMBOLS, rows -> append(words, rows));
    }
  }

  /// Symbols come after the rest, once they are found; too late for another question, they do not.
  private void append(String words, List<SymbolRow> rows) {
    if (words.equals(words())) {
      hits.addAll(rows.stream().map(this::symbol).toList());
    }
  }

  private String words() {
    return query.get().strip().toLowerCase(Locale.ROOT);
  }

  /// Where a hit stands: names that start with the words first, then names that have them, then
  /// details that do.
  private static int rank(Hit hit, String words) {
    String title = hit.title().toLowerCase(Locale.ROOT);
    if (title.startsWith(words)) {
      return 0;
    }
    if (title.contains(words)) {
      return 1;
    }
    boolean every = FilterWords.of(words).keeps(hit.kind() + " " + title + " " + hit.detail());
    return every ? 2 : Integer.MAX_VALUE;
  }

  private List<Hit> entries() {
    return project.opened().stream()
        .flatMap(view -> view.entries().stream())
        .map(entry ->
            new Hit(
                entry.direction().word(),
                entry.symbol(),
                entry.penType() + "  " + entry.module(),
                () -> project.selection().select(entry)))
        .toList();
  }

  private List<Hit> modules() {
    return project.opened().stream()
        .flatMap(view -> view.modules().stream())
        .map(module ->
            new Hit("module", module.path(), "", () -> project.selection().show(module.path())))
        .toList();
  }

  private List<Hit> packages() {
    return project.packages().stream()
        .map(view ->
            new Hit(
                "package",
                view.name(),
                view.root().toString(),
                () -> project.switchTo(view.root())))
        .toList();
  }

  private List<Hit> dependencies() {
    return project.opened().stream()
        .flatMap(view -> view.dependencies().stream())
        .flatMap(PaletteViewModel::entries)
        .map(one ->
            new Hit(
                "dependency",
                one.entry().symbol(),
                one.entry().penType() + "  " + one.name(),
                () -> project.select(one)))
        .toList();
  }

  private static Stream<DependencyEntry> entries(DependencyView dependency) {
    return dependency.state() instanceof DependencyView.State.Read(var root, var entries)
        ? entries.stream().map(entry -> new DependencyEntry(dependency.name(), root, entry))
        : Stream.empty();
  }

  private List<Hit> found() {
    return findings.all().stream()
        .map(row -> new Hit("finding", row.message(), row.where(), () -> findings.follow(row)))
        .toList();
  }

  private List<Hit> commands() {
    return commands.get().stream()
        .map(command -> new Hit("command", command.name(), command.shown(), command.action()))
        .toList();
  }

  private Hit symbol(SymbolRow row) {
    return new Hit(
        "symbol", row.shown(), row.member(), () -> project.selection().lead(row.place()));
  }
}
