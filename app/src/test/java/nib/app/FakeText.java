package nib.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import nib.app.editor.TextPort;
import nib.engine.text.Span;

/// Texts and a caret, without an editor.
final class FakeText implements TextPort {

  final Map<Path, String> texts = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper();
  private final List<Consumer<String>> typed = new ArrayList<>();
  Optional<Bounds> bounds = Optional.empty();
  Consumer<Node> card = _ -> {};
  Consumer<Dwell> dwell = _ -> {};
  Consumer<Optional<Integer>> points = _ -> {};
  Optional<Span> link = Optional.empty();

  FakeText(Path file, String text) {
    texts.put(file, text);
    this.file.set(Optional.of(file));
  }

  /// Puts the caret before the first place where this stands.
  void caretAt(String part) {
    caret.set(text().indexOf(part));
  }

  void type(String more) {
    int at = caret.get();
    replace(new Span(at, at), more);
    typed.forEach(listener -> listener.accept(more));
  }

  @Override
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  @Override
  public String text() {
    return file.get().map(shown -> texts.getOrDefault(shown, "")).orElse("");
  }

  @Override
  public ReadOnlyIntegerProperty caretProperty() {
    return caret.getReadOnlyProperty();
  }

  @Override
  public Span selection() {
    return new Span(caret.get(), caret.get());
  }

  @Override
  public Optional<Integer> offsetAt(double sceneX, double sceneY) {
    return Optional.empty();
  }

  @Override
  public Optional<Bounds> boundsOf(int offset) {
    return bounds;
  }

  @Override
  public void replace(Span span, String by) {
    String now = text();
    file.get()
        .ifPresent(shown ->
            texts.put(shown, now.substring(0, span.start()) + by + now.substring(span.end())));
    caret.set(span.start() + by.length());
  }

  @Override
  public void lead(Path to, int offset) {
    if (texts.containsKey(to)) {
      file.set(Optional.of(to));
      caret.set(offset);
    }
  }

  @Override
  public void requestFocus() {}

  @Override
  public void onDwell(Consumer<Dwell> listener) {
    dwell = listener;
  }

  @Override
  public void explain(Dwell about, Node content) {
    card.accept(content);
  }

  @Override
  public void onTyped(Consumer<String> listener) {
    typed.add(listener);
  }

  @Override
  public void filterKeys(Predicate<KeyEvent> filter) {}

  @Override
  public void speakOf(ObservableValue<Optional<Node>> chosen) {}

  @Override
  public void onDefinition(IntConsumer listener) {}

  @Override
  public void onPoint(Consumer<Optional<Integer>> listener) {
    points = listener;
  }

  @Override
  public void link(Optional<Span> span) {
    link = span;
  }
}
