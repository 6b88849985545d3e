package nib.app.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Question;
import nib.engine.assist.Completion;
import nib.engine.text.Span;

/// The names that can be written at the caret, narrowed by what is typed.
///
/// Asked for by key, the likeliest is chosen from the start. Come by itself, nothing is chosen
/// until a person types on or steps into the list: Enter stays a line break.
public final class CompletionViewModel {

  /// What goes into the text.
  public record Insertion(Span replaced, String written) {}

  private final Questions questions;
  private final Question<List<Completion>> question;
  private final ObservableList<Completion> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private List<Completion> all = List.of();
  private Optional<Writing> begun = Optional.empty();
  private Writing now = new Writing(Path.of(""), "", 0);
  private boolean byKey;
  private boolean stepped;

  /// A text while a name is written in it.
  private record Writing(Path file, String text, int caret) {

    /// Where the name begins that the caret stands in or behind.
    int start() {
      int start = caret;
      while (start > 0 && Words.belongs(text.charAt(start - 1))) {
        start--;
      }
      return start;
    }

    /// Whether a name that begins at `start` is still being written there.
    boolean goesOn(Writing later, int start) {
      return start <= later.caret
          && later.text.regionMatches(0, text, 0, start)
          && (later.caret <= caret || Words.isName(later.text.substring(caret, later.caret)));
    }
  }

  CompletionViewModel(Questions questions) {
    this.questions = questions;
    this.question = questions.kind();
  }

  /// What is offered, the likeliest first.
  public ObservableList<Completion> items() {
    return items;
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// The place of the chosen one in the list; -1 for none.
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public Optional<Completion> chosen() {
    int at = chosen.get();
    return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
  }

  /// Asks what can be written at the caret.
  ///
  /// @param wanted whether a person asked by key; otherwise a sign in the text did
  public void ask(Path file, String text, int caret, boolean wanted) {
    close();
    byKey = wanted;
    now = new Writing(file, text, caret);
    begun = Optional.of(now);
    ask();
  }

  /// Whether the text and the caret matter to it now.
  boolean waiting() {
    return begun.isPresent();
  }

  /// The text or the caret has moved on since the question. What is listed narrows at once; what
  /// fits better comes with the next answer.
  public void moved(String text, int caret) {
    var later = new Writing(now.file(), text, caret);
    if (begun.isEmpty() || later.equals(now)) {
      return;
    }
    now = later;
    if ((all.isEmpty() && open.get()) || !begun.get().goesOn(now, start())) {
      close();
      return;
    }
    if (open.get()) {
      list(all.stream().filter(this::fits).toList());
    }
    if (begun.isPresent()) {
      ask();
    }
  }

  /// Steps through the list, round at its ends.
  public void step(int by) {
    if (!items.isEmpty()) {
      stepped = true;
      int from = chosen.get() < 0 && by < 0 ? 0 : chosen.get();
      chosen.set(Math.floorMod(from + by, items.size()));
    }
  }

  /// Steps as far as a page, and stops at the ends.
  public void leap(int by) {
    if (!items.isEmpty()) {
      stepped = true;
      chosen.set(Math.clamp((long) chosen.get() + by, 0, items.size() - 1));
    }
  }

  /// A person pointed at one.
  public void choose(int index) {
    stepped = true;
    chosen.set(index);
  }

  /// Takes what is chosen and closes the list; empty where nothing is. The whole name that the
  /// caret stood in gives way to it; one that it stood in front of stays.
  public Optional<Insertion> take() {
    var taken =
        chosen()
            .map(item ->
                new Insertion(new Span(item.replaced().start(), end(item)), item.written()));
    close();
    return taken;
  }

  private int end(Completion item) {
    boolean within = begun.filter(first -> first.start() < first.caret()).isPresent();
    return within ? Words.endBehind(now.text(), now.caret(), item.written()) : now.caret();
  }

  public void close() {
    question.drop();
    begun = Optional.empty();
    open.set(false);
    chosen.set(-1);
    stepped = false;
    items.clear();
    all = List.of();
  }

  private void ask() {
    var cursor = questions.cursor(now.file(), now.text(), now.caret());
    question.ask(
        () -> questions.workbench().completions(cursor),
        this::answered,
        // Typing goes on without it; what ails the engine shows among the findings.
        _ -> close());
  }

  private void answered(List<Completion> found) {
    all = found;
    if (found.isEmpty() && byKey && !typedOn()) {
      // Someone who asked is told so; nobody else is bothered.
      open.set(true);
    } else {
      list(found);
    }
  }

  private void list(List<Completion> fitting) {
    boolean written = typedOn() && fitting.size() == 1 && isWritten(fitting.getFirst());
    if (fitting.isEmpty() || written) {
      close();
      return;
    }
    var kept = chosen().filter(_ -> stepped).map(Completion::written);
    items.setAll(fitting);
    int at = kept.map(name -> indexOf(name, fitting)).orElse(-1);
    stepped = at >= 0;
    chosen.set(at >= 0 ? at : byKey || typedOn() ? 0 : -1);
    open.set(true);
  }

  private static int indexOf(String written, List<Completion> items) {
    for (int at = 0; at < items.size(); at++) {
      if (items.get(at).written().equals(written)) {
        return at;
      }
    }
    return -1;
  }

  private boolean typedOn() {
    return begun.filter(first -> !first.text().equals(now.text())).isPresent();
  }

  private int start() {
    return all.stream()
        .findFirst()
        .map(item -> item.replaced().start())
        .or(() -> begun.map(Writing::start))
        .orElse(0);
  }

  private String word(Completion item) {
    return now.text().substring(Math.min(item.replaced().start(), now.caret()), now.caret());
  }

  /// Whether nothing is left to write of it.
  private boolean isWritten(Completion item) {
    return word(item).equals(item.written());
  }

  /// Whether it has all letters of the word in their order; the engine tells better.
  private boolean fits(Completion item) {
    String letters = word(item).toLowerCase(Locale.ROOT);
    String name = item.written().toLowerCase(Locale.ROOT);
    int found = 0;
    for (int at = 0; at < name.length() && found < letters.length(); at++) {
      if (name.charAt(at) == letters.charAt(found)) {
        found++;
      }
    }
    return found == letters.length();
  }
}
