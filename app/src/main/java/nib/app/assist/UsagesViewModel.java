package nib.app.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import nib.app.Question;
import nib.engine.Cursor;
import nib.engine.assist.Usage;
import nib.engine.diagnostic.Failure;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Every place that mentions a name.
public final class UsagesViewModel {

  /// How it stands with the question.
  public sealed interface State {
    /// Nothing was asked yet.
    record Idle() implements State {}

    record Asking(String name) implements State {}

    /// The rows are all there is; `uses` leaves its definitions out.
    record Found(String name, int uses, int modules) implements State {}

    record Failed(String name, Failure why) implements State {}
  }

  /// What was looked for, to look for it again.
  private record Asked(SourceText text, int offset, String name) {}

  private final Questions questions;
  private final Question<List<Usage>> question;
  private final Consumer<Usage> lead;
  private final ObservableList<UsageRow> rows = FXCollections.observableArrayList();
  private final FilteredList<UsageRow> listed = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

  private Optional<Asked> last = Optional.empty();

  /// Asks the engine.
  ///
  /// @param lead shows a place
  UsagesViewModel(Questions questions, Consumer<Usage> lead) {
    this.questions = questions;
    this.question = questions.kind();
    this.lead = lead;
    filter.addListener((_, _, words) -> filter(words));
  }

  /// What is listed: what was found and has the filter's words in it.
  public ObservableList<UsageRow> listed() {
    return listed;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Looks for the name at an offset of a text.
  public void find(Path file, String text, int offset) {
    int at = Words.onto(text, offset);
    var name = Words.around(text, at);
    find(questions.cursor(file, text, at), text.substring(name.start(), name.end()));
  }

  /// Looks for the name that a cursor stands on.
  public void find(Cursor cursor, String name) {
    rows.clear();
    filter.set("");
    state.set(new State.Asking(name));
    last = source(cursor.file()).map(text -> new Asked(text, cursor.offset(), name));
    ask(cursor, name);
  }

  /// The packages were read again: what was found has moved, or has gone with its package.
  void refresh() {
    last.ifPresent(asked ->
        source(asked.text().file()).ifPresentOrElse(now -> follow(asked, now), this::forget));
  }

  private void follow(Asked asked, SourceText now) {
    int offset = Shift.between(asked.text().text(), now.text()).of(asked.offset());
    last = Optional.of(new Asked(now, offset, asked.name()));
    ask(questions.cursor(now.file(), now.text(), offset), asked.name());
  }

  private void ask(Cursor cursor, String name) {
    question.ask(
        () -> questions.workbench().usages(cursor),
        found -> show(name, found),
        why -> state.set(new State.Failed(name, why)));
  }

  /// Leads to a place.
  public void follow(UsageRow row) {
    lead.accept(row.usage());
  }

  /// The package of the name is closed: what was found says nothing any more.
  private void forget() {
    question.drop();
    last = Optional.empty();
    rows.clear();
    state.set(new State.Idle());
  }

  private void filter(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    listed.setPredicate(
        row -> (row.where() + " " + row.usage().line()).toLowerCase(Locale.ROOT).contains(wanted));
  }

  private void show(String name, List<Usage> found) {
    var fresh = found.stream().map(this::row).toList();
    // A person may have selected one of them meanwhile.
    if (!fresh.equals(rows)) {
      rows.setAll(fresh);
    }
    state.set(
        new State.Found(
            name,
            (int) found.stream().filter(usage -> !usage.definition()).count(),
            (int) found.stream().map(usage -> usage.location().file()).distinct().count()));
  }

  private UsageRow row(Usage usage) {
    return new UsageRow(
        usage, packageName(usage) + usage.module() + ":" + usage.location().line(), mark(usage));
  }

  /// The package's name and a slash, where more than one is open.
  private String packageName(Usage usage) {
    var open = questions.texts().open();
    if (open.size() < 2) {
      return "";
    }
    return open.stream()
        .filter(usage.location().file()::startsWith)
        .findFirst()
        .flatMap(root -> Optional.ofNullable(root.getFileName()))
        .map(name -> name + "/")
        .orElse("");
  }

  /// Where the name stands in the line, whose blanks in front the engine has left out.
  private Optional<Span> mark(Usage usage) {
    return source(usage.location().file())
        .map(SourceText::text)
        .filter(text -> usage.span().end() <= text.length())
        .map(text -> {
          int start = text.lastIndexOf('\n', usage.span().start() - 1) + 1;
          while (start < usage.span().start() && Character.isWhitespace(text.charAt(start))) {
            start++;
          }
          return new Span(usage.span().start() - start, usage.span().end() - start);
        })
        .filter(span -> span.end() <= usage.line().length());
  }

  private Optional<SourceText> source(Path file) {
    return questions.texts().edited().stream()
        .filter(draft -> draft.file().equals(file))
        .findFirst()
        .or(() -> questions.texts().read(file));
  }
}
