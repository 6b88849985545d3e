package nib.app.assist;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.engine.assist.Completion;
import nib.engine.text.Span;

/// The names that can be written at the caret, narrowed by what is typed.
///
/// Asked for by key, the likeliest is chosen from the start. Come by itself, nothing is chosen
/// until a person types on or steps into the list: Enter stays a line break.
public final class CompletionViewModel {

  /// What goes into the text.
  public record Insertion(Span replaced, String written) {}

  private static final int NOT = Integer.MAX_VALUE;

  private final Questions questions;
  private final Question<List<Completion>> question;
  private final ObservableList<Completion> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private List<Completion> all = List.of();
  private String askedText = "";
  private String text = "";
  private int caret;
  private boolean byKey;
  private boolean stepped;

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
  public void ask(Path file, String now, int at, boolean wanted) {
    close();
    askedText = now;
    text = now;
    caret = at;
    byKey = wanted;
    var cursor = questions.cursor(file, now, at);
    question.ask(
        () -> questions.workbench().completions(cursor),
        this::answered,
        // Typing goes on without it; what ails the engine shows among the findings.
        _ -> {});
  }

  /// Whether the text and the caret matter to it now.
  boolean waiting() {
    return open.get() || question.open();
  }

  /// The text or the caret has moved on since the question.
  public void moved(String now, int at) {
    if (!waiting()) {
      return;
    }
    text = now;
    caret = at;
    if (open.get()) {
      narrow();
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

  /// Takes what is chosen and closes the list; empty where nothing is.
  public Optional<Insertion> take() {
    var taken =
        chosen()
            .map(item -> new Insertion(new Span(item.replaced().start(), caret), item.written()));
    close();
    return taken;
  }

  public void close() {
    question.drop();
    open.set(false);
    chosen.set(-1);
    stepped = false;
    items.clear();
    all = List.of();
  }

  private void answered(List<Completion> found) {
    all = found;
    if (all.isEmpty()) {
      // Someone who asked is told so; nobody else is bothered.
      open.set(byKey && text.equals(askedText));
      return;
    }
    open.set(true);
    narrow();
  }

  private void narrow() {
    var kept = chosen().filter(_ -> stepped);
    var fitting =
        all.stream()
            .filter(item -> rank(item) < NOT)
            .sorted(Comparator.comparingInt(this::rank))
            .toList();
    boolean typedOn = !text.equals(askedText);
    if (fitting.isEmpty() || (typedOn && fitting.size() == 1 && typed(fitting.getFirst()))) {
      close();
      return;
    }
    items.setAll(fitting);
    stepped = kept.filter(fitting::contains).isPresent();
    int otherwise = byKey || typedOn ? 0 : -1;
    chosen.set(kept.map(fitting::indexOf).filter(at -> at >= 0).orElse(otherwise));
  }

  /// Whether nothing is left to write of it.
  private boolean typed(Completion item) {
    return word(item).equals(Optional.of(item.written()));
  }

  private int rank(Completion item) {
    return word(item).map(word -> rank(word, item.written())).orElse(NOT);
  }

  private static int rank(String word, String written) {
    String low = word.toLowerCase(Locale.ROOT);
    String name = written.substring(written.lastIndexOf('\'') + 1);
    if (written.startsWith(word)) {
      return 0;
    }
    if (written.toLowerCase(Locale.ROOT).startsWith(low)) {
      return 1;
    }
    if (name.toLowerCase(Locale.ROOT).startsWith(low)) {
      return 2;
    }
    return written.toLowerCase(Locale.ROOT).contains(low) ? 3 : NOT;
  }

  /// What stands of a name before the caret; empty where the caret has left it.
  private Optional<String> word(Completion item) {
    int start = item.replaced().start();
    boolean same =
        start <= askedText.length()
            && start <= caret
            && caret <= text.length()
            && text.regionMatches(0, askedText, 0, start);
    return same
        ? Optional.of(text.substring(start, caret)).filter(Words::isName)
        : Optional.empty();
  }
}
