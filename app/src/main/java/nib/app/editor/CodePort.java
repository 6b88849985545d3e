package nib.app.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import nib.app.editor.Annotations.Problem;
import nib.engine.text.Span;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The port of the one code area. Offsets outside are of the file's text, those of the area of the
/// shown one.
final class CodePort implements TextPort {

  private final EditorViewModel model;
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper();
  private final List<Consumer<Dwell>> dwells = new ArrayList<>();
  private final List<Consumer<String>> typed = new ArrayList<>();
  private final List<Predicate<KeyEvent>> filters = new ArrayList<>();
  private final List<IntConsumer> definitions = new ArrayList<>();
  private final List<Consumer<Optional<Integer>>> points = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Optional<Span>> link =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<CodeArea> area = Optional.empty();
  private Optional<HoverCard> card = Optional.empty();
  private Optional<ObservableValue<Optional<Node>>> spoken = Optional.empty();
  private long questions;

  CodePort(EditorViewModel model) {
    this.model = model;
    model.pageProperty().addListener((_, _, page) -> file.set(page.file()));
    file.set(model.pageProperty().get().file());
  }

  void attach(CodeArea code, HoverCard hover) {
    area = Optional.of(code);
    card = Optional.of(hover);
  }

  @Override
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  @Override
  public String text() {
    return model.shown().map(Buffer::fileText).orElse("");
  }

  @Override
  public ReadOnlyIntegerProperty caretProperty() {
    return caret.getReadOnlyProperty();
  }

  @Override
  public Span selection() {
    return model
        .shown()
        .map(buffer ->
            new Span(
                buffer.toFile(buffer.selection().start()), buffer.toFile(buffer.selection().end())))
        .orElse(new Span(0, 0));
  }

  @Override
  public Optional<Integer> offsetAt(double sceneX, double sceneY) {
    return area.flatMap(code -> {
      var at = code.sceneToLocal(sceneX, sceneY);
      var hit = code.hit(at.getX(), at.getY()).getCharacterIndex();
      return hit.isPresent()
          ? model.shown().map(buffer -> buffer.toFile(hit.getAsInt()))
          : Optional.empty();
    });
  }

  @Override
  public Optional<Bounds> boundsOf(int offset) {
    return area.flatMap(
        code -> model.shown().flatMap(buffer -> bounds(code, buffer.toShown(offset))));
  }

  /// Where a character of the area stands on the screen; a place behind the last one of a line has
  /// no width.
  static Optional<Bounds> bounds(CodeArea code, int at) {
    if (at > code.getLength() || code.getScene() == null) {
      return Optional.empty();
    }
    var place = code.offsetToPosition(at, Bias.Forward);
    int length = code.getParagraphLength(place.getMajor());
    if (place.getMinor() < length) {
      return code.getCharacterBoundsOnScreen(at, at + 1);
    }
    if (length > 0) {
      return code.getCharacterBoundsOnScreen(at - 1, at)
          .map(last -> new BoundingBox(last.getMaxX(), last.getMinY(), 0, last.getHeight()));
    }
    return code.getParagraphBoundsOnScreen(place.getMajor())
        .map(line -> new BoundingBox(line.getMinX(), line.getMinY(), 0, line.getHeight()));
  }

  @Override
  public void replace(Span span, String by) {
    model
        .shown()
        .ifPresent(buffer -> {
          int start = buffer.toShown(span.start());
          int end = Math.max(start, buffer.toShown(span.end()));
          String removed = buffer.text().substring(start, end);
          model.apply(Change.of(new Edit(start, removed, LineEnds.shown(by))));
        });
  }

  @Override
  public void lead(Path to, int offset) {
    model.lead(to, offset);
  }

  @Override
  public void requestFocus() {
    area.ifPresent(CodeArea::requestFocus);
  }

  @Override
  public void onDwell(Consumer<Dwell> listener) {
    dwells.add(listener);
  }

  @Override
  public void explain(Dwell about, Node content) {
    if (about.number() == questions) {
      card.ifPresent(hover -> hover.add(content));
    }
  }

  @Override
  public void onTyped(Consumer<String> listener) {
    typed.add(listener);
  }

  @Override
  public void filterKeys(Predicate<KeyEvent> filter) {
    filters.add(filter);
  }

  @Override
  public void speakOf(ObservableValue<Optional<Node>> chosen) {
    spoken = Optional.of(chosen);
    chosen.addListener((_, _, _) ->
        area.ifPresent(
            code -> code.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM)));
  }

  /// What is spoken of in the place of the text.
  Optional<Node> spoken() {
    return spoken.flatMap(ObservableValue::getValue);
  }

  @Override
  public void onDefinition(IntConsumer listener) {
    definitions.add(listener);
  }

  @Override
  public void onPoint(Consumer<Optional<Integer>> listener) {
    points.add(listener);
  }

  @Override
  public void link(Optional<Span> span) {
    link.set(span.flatMap(file -> model.shown().map(buffer -> buffer.toShown(file))));
  }

  /// What is shown as a link, in the area.
  ReadOnlyObjectProperty<Optional<Span>> linkProperty() {
    return link.getReadOnlyProperty();
  }

  /// The pointer is on a character with Ctrl held, or no longer.
  void point(Optional<Integer> shownOffset) {
    var at = shownOffset.flatMap(offset -> model.shown().map(buffer -> buffer.toFile(offset)));
    points.forEach(listener -> listener.accept(at));
  }

  void moved(int shownCaret) {
    model.shown().ifPresent(buffer -> caret.set(buffer.toFile(shownCaret)));
  }

  /// A pointer rests, or a person asks: the card shows the problems and waits for what others know.
  void dwell(int shownOffset) {
    questions++;
    area.flatMap(code -> bounds(code, shownOffset))
        .ifPresent(at -> {
          card.ifPresent(hover -> hover.show(at, problemsAt(shownOffset)));
          model
              .shown()
              .map(buffer -> new Dwell(questions, buffer.file(), buffer.toFile(shownOffset)))
              .ifPresent(dwell -> dwells.forEach(listener -> listener.accept(dwell)));
        });
  }

  private List<Problem> problemsAt(int shownOffset) {
    return model
        .shown()
        .map(buffer -> buffer.annotations().problemsAt(shownOffset))
        .orElse(List.of());
  }

  /// Takes the keyboard into the card; false where none is shown.
  boolean enterCard() {
    var shown = card.filter(HoverCard::isShown);
    shown.ifPresent(HoverCard::enter);
    return shown.isPresent();
  }

  /// Nobody waits for the last answer any more.
  void forgetDwell() {
    cardGone();
    card.ifPresent(HoverCard::hide);
  }

  void cardGone() {
    questions++;
  }

  /// The pointer moved on; the card may still be wanted.
  void leaveDwell() {
    card.ifPresent(hover -> {
      if (!hover.isShown()) {
        questions++;
      }
      hover.leave();
    });
  }

  /// Whether Esc closed something that stood over the text.
  boolean escape(KeyEvent escape) {
    if (area.filter(CodeArea::isFocused).isPresent() && keeps(escape)) {
      return true;
    }
    boolean shown = card.filter(HoverCard::isShown).isPresent();
    forgetDwell();
    return shown;
  }

  boolean keeps(KeyEvent event) {
    return filters.stream().anyMatch(filter -> filter.test(event));
  }

  void heardTyping(String text) {
    typed.forEach(listener -> listener.accept(text));
  }

  void define(int shownOffset) {
    model
        .shown()
        .map(buffer -> buffer.toFile(shownOffset))
        .ifPresent(offset -> definitions.forEach(listener -> listener.accept(offset)));
  }
}
