package nib.app.assist;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import nib.app.editor.TextPort;

/// What floats above the window beside the text, and the wires between a text and its assistants.
public final class AssistLayer extends Pane {

  private static final double GAP = 2;

  private final AssistViewModel model;
  private final TextPort text;
  private final CompletionView completion;

  /// Begins to assist.
  public AssistLayer(AssistViewModel model, TextPort text) {
    this.model = model;
    this.text = text;
    completion = new CompletionView(model);
    setPickOnBounds(false);
    getChildren().add(completion);
    model.attach(text);
    explain();
    offerNames();
    text.onDefinition(model::follow);
    sceneProperty().addListener((_, _, scene) -> Optional.ofNullable(scene).ifPresent(this::watch));
  }

  private void explain() {
    text.onDwell(dwell -> model.hover().ask(dwell, text.text()));
    model
        .hover()
        .explainedProperty()
        .addListener((_, _, answer) ->
            answer.ifPresent(known -> text.explain(known.about(), new HoverContent(known, model))));
  }

  private void offerNames() {
    text.filterKeys(completion::steer);
    text.speakOf(completion.spokenProperty());
    text.onTyped(typed -> {
      if (typed.equals("'") || typed.equals(".")) {
        model.complete(false);
      } else {
        moved();
      }
    });
    text.caretProperty().addListener((_, _, _) -> moved());
    InvalidationListener place = _ -> requestLayout();
    model.completion().openProperty().addListener(place);
    model.completion().items().addListener(place);
  }

  private void moved() {
    var names = model.completion();
    // The text of a whole module is only asked for where somebody looks at it.
    if (names.waiting()) {
      names.moved(text.text(), text.selection().end());
    }
  }

  /// Whatever takes a person elsewhere takes the list away.
  private void watch(Scene scene) {
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.BACK) {
            model.history().back();
            event.consume();
          } else if (event.getButton() == MouseButton.FORWARD) {
            model.history().forward();
            event.consume();
          } else if (!within(event.getTarget())) {
            model.escape();
          }
        });
    scene.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (!within(event.getTarget())) {
            model.escape();
          }
        });
    scene.focusOwnerProperty().addListener((_, _, _) -> model.escape());
  }

  private boolean within(Object target) {
    for (var at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at == completion) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void layoutChildren() {
    if (!completion.isVisible()) {
      return;
    }
    completion.applyCss();
    double width = Math.min(completion.prefWidth(-1), getWidth());
    double height = completion.prefHeight(width);
    anchor()
        .map(this::screenToLocal)
        .ifPresent(at -> {
          double below = at.getMaxY() + GAP;
          double above = at.getMinY() - GAP - height;
          boolean fits = below + height <= getHeight() || above < 0;
          completion.resizeRelocate(
              snapPositionX(Math.clamp(at.getMinX(), 0, Math.max(0, getWidth() - width))),
              snapPositionY(fits ? below : above),
              width,
              height);
        });
  }

  /// Where the name that is being written begins; the caret's own place at the text's end.
  private Optional<Bounds> anchor() {
    int caret = text.selection().end();
    int start =
        model.completion().items().stream()
            .findFirst()
            .map(item -> Math.min(item.replaced().start(), caret))
            .orElse(caret);
    return text.boundsOf(start).or(() -> text.boundsOf(Math.max(0, start - 1)));
  }
}
