package nib.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import nib.app.Background;
import nib.app.Question;
import nib.app.Work;
import nib.app.editor.Finder.Answer;
import nib.app.editor.Finder.Query;
import nib.engine.text.Span;

/// Finding and replacing in the shown text.
public final class FindViewModel {

  /// What was found.
  ///
  /// @param matches all of them, in order
  /// @param words how many, or why there are none: `3 of 17`
  /// @param wrong whether nothing could be looked for
  public record State(List<Span> matches, String words, boolean wrong) {
    static final State NONE = new State(List.of(), "", false);

    public State {
      matches = List.copyOf(matches);
    }
  }

  private final Background background;
  private final Question<Answer> question;
  private final EditorViewModel editor;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final BooleanProperty replacing = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private final StringProperty replacement = new SimpleStringProperty("");
  private final BooleanProperty sameCase = new SimpleBooleanProperty();
  private final BooleanProperty wholeWord = new SimpleBooleanProperty();
  private final BooleanProperty pattern = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
  private final List<Runnable> onOpened = new ArrayList<>();
  private Optional<Work> work = Optional.empty();
  private int origin;

  FindViewModel(Background background, EditorViewModel editor) {
    this.background = background;
    this.question = new Question<>(background);
    this.editor = editor;
    query.addListener((_, _, _) -> search(this::leadOn));
    sameCase.addListener((_, _, _) -> search(this::leadOn));
    wholeWord.addListener((_, _, _) -> search(this::leadOn));
    pattern.addListener((_, _, _) -> search(this::leadOn));
  }

  /// Whether the bar is there.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Whether it has the row for replacing.
  public BooleanProperty replacingProperty() {
    return replacing;
  }

  public StringProperty queryProperty() {
    return query;
  }

  public StringProperty replacementProperty() {
    return replacement;
  }

  public BooleanProperty sameCaseProperty() {
    return sameCase;
  }

  public BooleanProperty wholeWordProperty() {
    return wholeWord;
  }

  /// Whether the query is a regular expression.
  public BooleanProperty patternProperty() {
    return pattern;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Opens the bar; what is selected, if it is within a line, is looked for.
  public void open(boolean toReplace) {
    if (toReplace || !open.get()) {
      replacing.set(toReplace);
    }
    var selection = selection();
    origin = selection.start();
    open.set(true);
    String selected = text().substring(selection.start(), selection.end());
    if (!selected.isEmpty() && selected.indexOf('\n') < 0 && !selected.equals(query.get())) {
      pattern.set(false);
      query.set(selected);
    } else {
      search(_ -> {});
    }
    onOpened.forEach(Runnable::run);
  }

  /// Hears that a person wants to type what to look for.
  void onOpened(Runnable listener) {
    onOpened.add(listener);
  }

  public void close() {
    open.set(false);
    question.drop();
    work.ifPresent(Work::cancel);
    state.set(State.NONE);
  }

  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  /// Replaces the match that is selected and goes to the next one.
  public void replace() {
    var selection = selection();
    if (!state.get().matches().contains(selection)) {
      next();
      return;
    }
    replaceIn(
        selection,
        edits -> {
          edits.forEach(edit -> editor.apply(Change.of(edit)));
          origin = selection().end();
          search(this::leadOn);
        });
  }

  /// Replaces every match, as one step.
  public void replaceAll() {
    replaceIn(
        new Span(0, text().length()),
        edits -> {
          if (!edits.isEmpty()) {
            var at = editor.shown().map(Buffer::selected).orElseThrow();
            editor.apply(Change.of(text(), edits, at.anchor(), at.caret()));
            search(found ->
                state.set(new State(found, "%,d replaced".formatted(edits.size()), false)));
          }
        });
  }

  /// The text was edited: matches move along until they are found anew.
  void edited(List<Edit> edits) {
    if (open.get()) {
      var moved = state.get().matches();
      for (var edit : edits) {
        moved = moved.stream().flatMap(match -> edit.moved(match).stream()).toList();
      }
      state.set(new State(moved, state.get().words(), state.get().wrong()));
      search(_ -> {});
    }
  }

  /// Another text is shown.
  void shown() {
    origin = 0;
    if (open.get()) {
      state.set(State.NONE);
      search(_ -> {});
    }
  }

  private void step(int by) {
    if (query.get().isEmpty()) {
      open(false);
      return;
    }
    open.set(true);
    search(matches -> {
      if (!matches.isEmpty()) {
        var selection = selection();
        int to = by > 0 ? from(matches, after(selection)) : before(matches, selection.start());
        lead(matches, Math.floorMod(to, matches.size()));
        boolean turned = to < 0 || to >= matches.size();
        if (turned && matches.size() > 1) {
          say(words(matches) + (by > 0 ? ", from the top" : ", from the end"));
        }
      }
    });
  }

  /// Where to look from: behind a selected match, at the caret otherwise.
  private int after(Span selection) {
    return state.get().matches().contains(selection) ? selection.end() : selection.start();
  }

  private void leadOn(List<Span> matches) {
    if (!matches.isEmpty()) {
      lead(matches, from(matches, origin) % matches.size());
    }
  }

  private void lead(List<Span> matches, int index) {
    var match = matches.get(index);
    origin = match.start();
    editor.lead(match.start(), match.end());
    say(words(matches));
  }

  private void say(String words) {
    state.set(new State(state.get().matches(), words, state.get().wrong()));
  }

  /// Finds all matches, then does something with them.
  private void search(Consumer<List<Span>> then) {
    question.drop();
    work.ifPresent(Work::cancel);
    if (!open.get() || query.get().isEmpty()) {
      state.set(State.NONE);
      return;
    }
    String text = text();
    var wanted = query();
    work =
        Optional.of(
            question.ask(
                () -> Finder.find(text, wanted),
                answer -> take(answer, then),
                failure -> state.set(new State(List.of(), failure.what(), true))));
  }

  private void take(Answer answer, Consumer<List<Span>> then) {
    switch (answer) {
      case Answer.Found(var matches) -> {
        state.set(new State(matches, words(matches), false));
        then.accept(matches);
      }
      case Answer.Wrong(var why) -> state.set(new State(List.of(), why, true));
      case Answer.Replaced _ -> {}
    }
  }

  private void replaceIn(Span within, Consumer<List<Edit>> then) {
    if (query.get().isEmpty() || editor.shown().filter(Buffer::editable).isEmpty()) {
      return;
    }
    String text = text();
    var wanted = query();
    String by = replacement.get();
    background.quietly(
        () -> Finder.replace(text, wanted, by, within),
        answer -> {
          // What was typed meanwhile stands, and the person sees what is left to replace.
          if (text.equals(text())) {
            switch (answer) {
              case Answer.Replaced(var edits) -> then.accept(edits);
              case Answer.Wrong(var why) -> state.set(new State(state.get().matches(), why, true));
              case Answer.Found _ -> {}
            }
          }
        },
        failure -> state.set(new State(state.get().matches(), failure.what(), true)));
  }

  private String words(List<Span> matches) {
    int at = matches.indexOf(selection());
    if (matches.isEmpty()) {
      return "no match";
    }
    return at < 0
        ? "%,d match%s".formatted(matches.size(), matches.size() == 1 ? "" : "es")
        : "%,d of %,d".formatted(at + 1, matches.size());
  }

  /// The first match at or behind an offset; their number where there is none.
  private static int from(List<Span> matches, int offset) {
    int index = 0;
    while (index < matches.size() && matches.get(index).start() < offset) {
      index++;
    }
    return index;
  }

  private static int before(List<Span> matches, int offset) {
    return from(matches, offset) - 1;
  }

  private Query query() {
    return new Query(query.get(), sameCase.get(), wholeWord.get(), pattern.get());
  }

  private String text() {
    return editor.shown().map(Buffer::text).orElse("");
  }

  private Span selection() {
    return editor.shown().map(Buffer::selection).orElse(new Span(0, 0));
  }
}
