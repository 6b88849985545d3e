package nib.app.editor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nib.app.editor.EditorViewModel.Page;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.util.UndoUtils;

/// A module's text under its title, with the bars that belong to it. One code area serves every
/// module and mirrors what the model says; it is built when the first module is shown.
public final class SourceView extends BorderPane {

  private static final Duration DWELL = Duration.ofMillis(400);
  private static final int NEAR_TOP = 8;
  private static final int LINES_BEFORE = 4;
  private static final KeyEvent ESCAPE =
      new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);

  private final EditorViewModel model;
  private final CodePort port;
  private final Label title = new Label();
  private final DifferenceView difference;
  private final StackPane body = new StackPane();
  private Optional<CodeArea> area = Optional.empty();
  private Optional<Painter> painter = Optional.empty();
  private Optional<Margin> margin = Optional.empty();
  private Optional<Buffer> mirrored = Optional.empty();
  private String text = "";
  private boolean mirroring;
  private boolean expecting;
  private boolean keyed;
  private boolean due;

  /// Builds the view.
  ///
  /// @param ways stands before the title
  public SourceView(EditorViewModel model, Node ways) {
    this.model = model;
    port = new CodePort(model);
    difference = new DifferenceView(model.saving());
    getStyleClass().add("source-view");
    title.setId("source-title");
    title.getStyleClass().addAll("pane-title", "mono");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = new HBox(4, ways, title);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("source-head");
    setTop(
        new VBox(
            head, new ConflictBar(model.saving()), new FindBar(model.find(), this::closeFind)));
    difference
        .visibleProperty()
        .bind(model.saving().differenceProperty().map(rows -> !rows.isEmpty()));
    model.focusedProperty().bind(focusWithinProperty());
    model.pageProperty().addListener((_, _, page) -> show(page));
    model.litProperty().addListener((_, _, _) -> repaint());
    model.parts().onLit(this::repaint);
    model.parts().onGo(this::requestFocus);
    model.leadingProperty().addListener((_, _, to) -> area.ifPresent(code -> lead(code, to)));
    model.find().stateProperty().addListener((_, _, _) -> repaint());
    model.onEdits(edits -> area.ifPresent(code -> mirror(code, edits)));
    model.onEscape(this::escape);
    model.onExplain(() -> area.ifPresent(this::explain));
    show(model.pageProperty().get());
  }

  /// What tools around the text may do with it.
  public TextPort port() {
    return port;
  }

  @Override
  public void requestFocus() {
    area.ifPresent(CodeArea::requestFocus);
  }

  private void show(Page page) {
    if (page.file().isEmpty() && area.isEmpty()) {
      return;
    }
    var code = area.orElseGet(this::build);
    boolean fixed = page.file().isPresent() && !page.editable();
    title.setText(page.name() + (page.unsaved() ? " ●" : "") + (fixed ? "   read only" : ""));
    title.setAccessibleText(
        page.name() + (page.unsaved() ? ", unsaved changes" : "") + (fixed ? ", read only" : ""));
    code.setAccessibleText(
        "Source of " + page.name() + (page.unsaved() ? ", unsaved changes" : ""));
    code.setAccessibleRoleDescription(page.editable() ? "Pen source" : "Pen source, read only");
    if (!mirrored.equals(model.shown())) {
      load(code, page);
    } else if (expecting) {
      text = page.text();
    } else if (!page.text().equals(text)) {
      mirror(code, Edit.between(text, page.text()));
      text = page.text();
    }
    expecting = false;
    margin.ifPresent(shown -> shown.show(page.annotations()));
    repaint();
  }

  private void load(CodeArea code, Page page) {
    port.forgetDwell();
    mirrored.ifPresent(left -> left.leaveAt(firstLine(code)));
    mirrored = model.shown();
    mirroring = true;
    code.setWrapText(!Lines.hasLong(page.text()));
    code.replaceText(page.text());
    code.setEditable(page.editable());
    mirrored.ifPresent(
        buffer -> code.selectRange(buffer.selected().anchor(), buffer.selected().caret()));
    mirroring = false;
    text = page.text();
    mirrored.ifPresent(buffer -> {
      code.showParagraphAtTop(Math.min(buffer.top(), code.getParagraphs().size() - 1));
      port.moved(buffer.selected().caret());
    });
  }

  private CodeArea build() {
    var code = new SpokenArea(port);
    var hover = new HoverCard(code, related -> model.lead(related.location()), port::cardGone);
    code.setId("source");
    code.getStyleClass().add("source");
    code.setWrapText(true);
    // The model remembers what to undo, for each text its own.
    code.setUndoManager(UndoUtils.noOpUndoManager());
    // A text that is only looked at hides its caret otherwise, and with it where the keyboard is.
    code.setShowCaret(Caret.CaretVisibility.OFF);
    code.focusedProperty()
        .addListener((_, _, focused) ->
            code.setShowCaret(focused ? Caret.CaretVisibility.ON : Caret.CaretVisibility.OFF));
    // RichTextFX sets no role of its own.
    code.setAccessibleRole(AccessibleRole.TEXT_AREA);
    code.plainTextChanges().subscribe(this::changed);
    code.caretPositionProperty().addListener((_, _, _) -> moved(code));
    code.anchorProperty().addListener((_, _, _) -> moved(code));
    code.viewportDirtyEvents().subscribe(_ -> repaint());
    code.estimatedScrollYProperty().addListener((_, _, _) -> port.forgetDwell());
    code.setMouseOverTextDelay(DWELL);
    code.addEventHandler(
        MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> port.dwell(event.getCharacterIndex()));
    code.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> port.leaveDwell());
    code.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(code, event));
    code.addEventFilter(KeyEvent.KEY_TYPED, event -> keyed = isWriting(event));
    code.addEventHandler(KeyEvent.KEY_RELEASED, _ -> keyed = false);
    port.attach(code, hover);
    new CodeKeys(code, model, port);
    new LinkPointer(code, port);
    PartPointer.watch(code, model.parts());
    port.linkProperty().addListener((_, _, _) -> repaint());
    code.setContextMenu(new CodeMenu(code, model.commands()));
    area = Optional.of(code);
    painter = Optional.of(new Painter(code));
    margin = Optional.of(new Margin(code));
    body.getChildren().setAll(new VirtualizedScrollPane<>(code), difference);
    setCenter(body);
    return code;
  }

  /// A person changed the area: the model hears of it and answers with a page.
  private void changed(PlainTextChange change) {
    if (mirroring) {
      return;
    }
    port.forgetDwell();
    expecting = true;
    model.typed(new Edit(change.getPosition(), change.getRemoved(), change.getInserted()));
    expecting = false;
    if (keyed) {
      keyed = false;
      // The caret follows the text a moment later.
      Platform.runLater(() -> port.heardTyping(change.getInserted()));
    }
  }

  private static boolean isWriting(KeyEvent event) {
    String typed = event.getCharacter();
    return !event.isShortcutDown() && !typed.isEmpty() && !Character.isISOControl(typed.charAt(0));
  }

  private void moved(CodeArea code) {
    // While a change is under way, the caret is ahead of the model.
    if (!mirroring && code.getLength() == text.length()) {
      model.select(code.getAnchor(), code.getCaretPosition());
    }
    Platform.runLater(() -> port.moved(code.getCaretPosition()));
    repaint();
  }

  private void clicked(CodeArea code, MouseEvent event) {
    var hit = code.hit(event.getX(), event.getY());
    if (event.isShortcutDown()) {
      hit.getCharacterIndex().ifPresent(port::define);
    } else {
      model.choose(hit.getInsertionIndex());
    }
  }

  private void mirror(CodeArea code, List<Edit> edits) {
    port.forgetDwell();
    mirroring = true;
    edits.forEach(edit -> keepPace(code, edit));
    for (var edit : edits) {
      code.replaceText(edit.at(), edit.end(), edit.inserted());
    }
    mirroring = false;
    expecting = true;
  }

  /// Before a long line comes in, lines are wrapped no more.
  private static void keepPace(CodeArea code, Edit edit) {
    if (Lines.hasLong(edit.inserted())) {
      code.setWrapText(false);
    }
  }

  private void lead(CodeArea code, EditorViewModel.Leading to) {
    int length = code.getLength();
    mirroring = true;
    code.selectRange(Math.min(to.anchor(), length), Math.min(to.caret(), length));
    mirroring = false;
    int line = code.getCurrentParagraph();
    if (visible(code, line)) {
      code.requestFollowCaret();
    } else {
      // Near the top the whole top is shown; elsewhere a few lines before it.
      code.showParagraphAtTop(line < NEAR_TOP ? 0 : line - LINES_BEFORE);
    }
  }

  /// Says what is known of the place at the caret, which has to be in view for that. Asked once
  /// more, the card gets the keyboard.
  private void explain(CodeArea code) {
    if (port.enterCard()) {
      return;
    }
    code.requestFollowCaret();
    code.layout();
    port.dwell(code.getCaretPosition());
  }

  private static boolean visible(CodeArea code, int line) {
    return laidOut(code)
        && line >= code.firstVisibleParToAllParIndex()
        && line < code.lastVisibleParToAllParIndex();
  }

  private static int firstLine(CodeArea code) {
    return laidOut(code) ? code.firstVisibleParToAllParIndex() : 0;
  }

  private static boolean laidOut(CodeArea code) {
    return code.getHeight() > 0 && !code.getVisibleParagraphs().isEmpty();
  }

  /// Paints once everything that happens now has happened.
  private void repaint() {
    if (!due) {
      due = true;
      Platform.runLater(() -> {
        due = false;
        painter.ifPresent(paints ->
            model
                .shown()
                .ifPresent(buffer -> {
                  paints.mark(model.find().stateProperty().get().matches());
                  paints.mark(model.commands().brackets());
                  paints.light(model.litProperty().get());
                  paints.link(port.linkProperty().get());
                  paints.parts(model.parts().lit());
                  paints.paint(buffer);
                }));
      });
    }
  }

  private boolean escape() {
    if (port.escape(ESCAPE)) {
      return true;
    }
    if (!isFocusWithin()) {
      return false;
    }
    if (model.find().openProperty().get()) {
      closeFind();
      return true;
    }
    if (difference.isVisible()) {
      model.saving().compare();
      requestFocus();
      return true;
    }
    return false;
  }

  private void closeFind() {
    model.find().close();
    requestFocus();
  }
}
