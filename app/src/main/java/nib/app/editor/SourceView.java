package nib.app.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import nib.app.editor.EditorViewModel.Mark;
import nib.app.editor.EditorViewModel.Page;
import nib.app.editor.EditorViewModel.Place;
import nib.app.style.Marks;
import nib.engine.text.Span;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A module's text, read only. One code area serves every module, and it is built when the first
/// module is shown.
public final class SourceView extends BorderPane {

  private static final List<String> SELECTED = List.of("selected-declaration");
  private static final int NEAR_TOP = 8;
  private static final int LINES_BEFORE = 4;

  private final EditorViewModel model;
  private final Function<String, StyleSpans<Collection<String>>> highlighting;
  private final Label title = new Label();
  private Optional<CodeArea> area = Optional.empty();
  private Page shown = Page.EMPTY;
  private List<Integer> selectedLines = List.of();
  private Map<Integer, Mark> marks = Map.of();

  public SourceView(EditorViewModel model) {
    this(model, PenHighlighting::of);
  }

  SourceView(EditorViewModel model, Function<String, StyleSpans<Collection<String>>> highlighting) {
    this.model = model;
    this.highlighting = highlighting;
    getStyleClass().add("source-view");
    title.getStyleClass().addAll("pane-title", "mono");
    title.setMaxWidth(Double.MAX_VALUE);
    setTop(title);
    model.pageProperty().addListener((_, _, page) -> show(page));
    model.placeProperty().addListener((_, _, place) -> follow(place, true));
    show(model.pageProperty().get());
  }

  @Override
  public void requestFocus() {
    area.ifPresent(CodeArea::requestFocus);
  }

  private void show(Page page) {
    if (page.path().isEmpty() && area.isEmpty()) {
      return;
    }
    var code = area.orElseGet(this::build);
    title.setText(page.path());
    boolean sameText = page.text().equals(shown.text()) && code.getLength() > 0;
    if (!sameText) {
      code.replaceText(page.text());
      selectedLines = List.of();
    }
    marks = new HashMap<>();
    page.marks().forEach(mark -> marks.put(mark.line(), mark));
    if (!sameText || !page.underlines().equals(shown.underlines())) {
      paint(code, page);
    }
    if (!page.marks().equals(shown.marks()) || !sameText) {
      // A new factory is the only way to have the margin drawn again.
      code.setParagraphGraphicFactory(this::margin);
    }
    shown = page;
    code.setAccessibleText("Source of " + page.path());
    follow(model.placeProperty().get(), !sameText);
  }

  private CodeArea build() {
    var code = new CodeArea();
    code.setEditable(false);
    code.setWrapText(true);
    // A read-only area hides its caret, and with it where the keyboard is.
    code.setShowCaret(Caret.CaretVisibility.OFF);
    code.focusedProperty()
        .addListener((_, _, focused) ->
            code.setShowCaret(focused ? Caret.CaretVisibility.ON : Caret.CaretVisibility.OFF));
    code.setId("source");
    code.getStyleClass().add("source");
    // RichTextFX sets no role of its own.
    code.setAccessibleRole(AccessibleRole.TEXT_AREA);
    code.setAccessibleRoleDescription("Pen source, read only");
    code.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> model.choose(code.hit(event.getX(), event.getY()).getInsertionIndex()));
    code.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            model.choose(code.getCaretPosition());
          }
        });
    area = Optional.of(code);
    setCenter(new VirtualizedScrollPane<>(code));
    return code;
  }

  private void paint(CodeArea code, Page page) {
    if (page.text().isEmpty()) {
      return;
    }
    var spans = highlighting.apply(page.text());
    for (var underline : page.underlines()) {
      var span = within(underline.span(), page.text().length());
      if (span.end() > span.start()) {
        var layer = new StyleSpansBuilder<Collection<String>>();
        layer.add(List.of(), span.start());
        layer.add(List.of("problem-" + underline.severity().word()), span.end() - span.start());
        layer.add(List.of(), page.text().length() - span.end());
        spans = spans.overlay(layer.create(), SourceView::both);
      }
    }
    code.setStyleSpans(0, spans);
  }

  private static Span within(Span span, int length) {
    int start = Math.min(Math.max(0, span.start()), length);
    return new Span(start, Math.min(Math.max(start, span.end()), length));
  }

  private static Collection<String> both(Collection<String> one, Collection<String> other) {
    if (other.isEmpty()) {
      return one;
    }
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private Node margin(int line) {
    var number = new Label(String.valueOf(line + 1));
    number.getStyleClass().add("line-number");
    var glyph = new Label();
    glyph.getStyleClass().add("glyph");
    Optional.ofNullable(marks.get(line))
        .ifPresent(mark -> {
          glyph.setText(mark.verdict().glyph());
          glyph.getStyleClass().add(Marks.of(mark.verdict()));
          glyph.setTooltip(new Tooltip(mark.symbol() + ": " + mark.verdict().word()));
        });
    var margin = new HBox(4, number, glyph);
    margin.getStyleClass().add("margin");
    margin.setAlignment(Pos.TOP_RIGHT);
    return margin;
  }

  private void follow(Optional<Place> place, boolean scroll) {
    area.ifPresent(code -> {
      selectedLines.stream()
          .filter(line -> line < code.getParagraphs().size())
          .forEach(line -> code.setParagraphStyle(line, List.of()));
      selectedLines = place.map(found -> lines(code, found)).orElse(List.of());
      selectedLines.forEach(line -> code.setParagraphStyle(line, SELECTED));
      if (scroll) {
        place
            .filter(found -> found.line() < code.getParagraphs().size())
            .ifPresent(found -> lead(code, found.line()));
      }
    });
  }

  private static void lead(CodeArea code, int line) {
    code.moveTo(line, 0);
    if (!visible(code, line)) {
      // Near the top the whole top is shown; elsewhere a few lines before it.
      code.showParagraphAtTop(line < NEAR_TOP ? 0 : line - LINES_BEFORE);
    }
  }

  private static boolean visible(CodeArea code, int line) {
    return code.getHeight() > 0
        && !code.getVisibleParagraphs().isEmpty()
        && line >= code.firstVisibleParToAllParIndex()
        && line < code.lastVisibleParToAllParIndex();
  }

  private static List<Integer> lines(CodeArea code, Place place) {
    int count = code.getParagraphs().size();
    var lines = new ArrayList<Integer>();
    place
        .span()
        .map(span -> within(span, code.getLength()))
        .filter(span -> span.end() > span.start())
        .ifPresent(span -> {
          int first = line(code, span.start());
          int last = line(code, span.end() - 1);
          for (int line = first; line <= last; line++) {
            lines.add(line);
          }
        });
    if (!lines.contains(place.line()) && place.line() < count) {
      lines.clear();
      lines.add(place.line());
    }
    return lines;
  }

  private static int line(CodeArea code, int offset) {
    return code.offsetToPosition(offset, org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
        .getMajor();
  }
}
