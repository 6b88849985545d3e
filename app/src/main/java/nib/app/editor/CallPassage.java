package nib.app.editor;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.AccessibleRole;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import nib.app.project.Pointing;
import nib.engine.abi.CallPart;
import nib.engine.abi.Spelled;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A text about a call, to read, to copy and to point in: what it says about the parts that are
/// pointed at is marked, and the pointer and the caret point here. Enter and a click lead to where
/// a part is declared.
public final class CallPassage extends StackPane {

  private static final List<String> MARKED = List.of("part");
  private static final List<String> PLAIN = List.of();

  private final Pointing pointing;
  private final String name;
  private final CodeArea area = new CodeArea();
  private final Label size = new Label();
  private Spelled shown = Spelled.of("");

  private CallPassage(Pointing pointing, String name) {
    this.pointing = pointing;
    this.name = name;
    getStyleClass().addAll("call-passage", "mono");
    area.getStyleClass().add("source");
    area.setEditable(false);
    area.setShowCaret(CaretVisibility.OFF);
    area.focusedProperty()
        .addListener(
            (_, _, now) -> area.setShowCaret(now ? CaretVisibility.ON : CaretVisibility.OFF));
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointing.hover(List.of()));
    area.addEventHandler(
        MouseEvent.MOUSE_CLICKED, event -> pointing.lead(new Pointing.Lead(under(event), false)));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.caretPositionProperty().addListener((_, _, _) -> caretMoved());
    pointing.litProperty().addListener((_, _, _) -> mark());
    focusedProperty()
        .addListener((_, _, now) -> {
          if (now) {
            area.requestFocus();
          }
        });
  }

  /// A text that is as high as it needs to be at its width, up to a number of lines.
  ///
  /// @param name what the text is, for those who do not see it
  public static CallPassage fitting(Pointing pointing, String name, int mostLines) {
    var made = new CallPassage(pointing, name);
    // An area does not know how high its text is at a width; a label does.
    made.size.setWrapText(true);
    made.size.setVisible(false);
    made.size.setMinHeight(0);
    made.size.getStyleClass().add("passage-size");
    made.size
        .fontProperty()
        .addListener((_, _, font) -> made.size.setMaxHeight(mostLines * 1.5 * font.getSize()));
    made.area.setWrapText(true);
    made.area.setMinSize(0, 0);
    made.area.setPrefSize(0, 0);
    var scroll = new VirtualizedScrollPane<>(made.area);
    scroll.setMinSize(0, 0);
    scroll.setPrefSize(0, 0);
    made.setMinHeight(USE_PREF_SIZE);
    made.getChildren().addAll(made.size, scroll);
    return made;
  }

  /// A text that scrolls in the room it is given.
  ///
  /// @param name what the text is, for those who do not see it
  public static CallPassage scrolling(Pointing pointing, String name) {
    var made = new CallPassage(pointing, name);
    made.getChildren().add(new VirtualizedScrollPane<>(made.area));
    return made;
  }

  /// Shows a text in the place of what was there.
  public void show(Spelled text) {
    if (!text.text().equals(shown.text())) {
      // The caret of the text before is not where a person pointed in this one.
      shown = Spelled.of("");
      area.replaceText(text.text());
      area.moveTo(0);
      area.scrollYToPixel(0);
    }
    shown = text;
    size.setText(text.text());
    area.setAccessibleText(name + "\n" + text.text());
    mark();
  }

  public String text() {
    return shown.text();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  private void moved(MouseEvent event) {
    pointing.hover(under(event));
  }

  private List<CallPart> under(MouseEvent event) {
    var hit = area.hit(event.getX(), event.getY()).getCharacterIndex();
    return hit.isPresent() ? shown.at(hit.getAsInt()) : List.of();
  }

  private void caretMoved() {
    if (area.isFocused()) {
      pointing.choose(shown.at(area.getCaretPosition()));
    }
  }

  /// A code area takes Tab for itself even where it cannot be edited.
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
      pointing.lead(new Pointing.Lead(shown.at(area.getCaretPosition()), true));
      event.consume();
    }
  }

  /// Styles the text anew: it is short, unlike a module.
  private void mark() {
    if (shown.text().isEmpty() || area.getLength() != shown.text().length()) {
      return;
    }
    var lit = pointing.litProperty().get();
    var pieces = shown.pieces().stream().filter(piece -> piece.isAbout(lit)).toList();
    var cuts = new TreeSet<>(List.of(0, shown.text().length()));
    pieces.forEach(piece -> cuts.addAll(List.of(piece.span().start(), piece.span().end())));
    var spans = new StyleSpansBuilder<Collection<String>>();
    int from = 0;
    for (int to : cuts) {
      if (to > from) {
        int at = from;
        boolean marked = pieces.stream().anyMatch(piece -> piece.span().contains(at));
        spans.add(marked ? MARKED : PLAIN, to - from);
        from = to;
      }
    }
    var styled = spans.create();
    if (!area.getStyleSpans(0, area.getLength()).equals(styled)) {
      area.setStyleSpans(0, styled);
    }
  }
}
