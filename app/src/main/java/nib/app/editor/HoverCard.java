package nib.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.util.Duration;
import nib.app.editor.Annotations.Problem;
import nib.app.style.Marks;
import nib.app.style.Sentence;
import nib.app.style.Theme;
import nib.engine.diagnostic.Related;

/// What is known of a place of the text, beside it: its problems with their cures and related
/// places, and under them whatever else somebody knows.
final class HoverCard {

  private static final double WIDTH = 480;

  /// The shadow's reach upward and downward: its window is never over the text that it explains,
  /// whose pointer would be taken to have left.
  private static final double GAP_BELOW = 4;

  private static final double GAP_ABOVE = 12;
  private static final Duration GRACE = Duration.millis(300);

  private final Node owner;
  private final Consumer<Related> go;
  private final VBox problems = new VBox(8);
  private final VBox more = new VBox(8);
  private final VBox box = new VBox(8, problems, more);
  private final Popup popup = new Popup();
  private final List<Node> stops = new ArrayList<>();
  private boolean entered;
  private boolean pointed;
  private Bounds anchor = new BoundingBox(0, 0, 0, 0);
  private final PauseTransition grace = new PauseTransition(GRACE);

  /// Makes a card that is not shown yet.
  ///
  /// @param owner what it belongs to
  /// @param go leads to a related place
  /// @param hidden hears that the card went away
  HoverCard(Node owner, Consumer<Related> go, Runnable hidden) {
    this.owner = owner;
    this.go = go;
    box.setId("hover");
    box.getStyleClass().add("hover-card");
    Theme.markOpaque(box);
    box.setMaxWidth(WIDTH);
    popup.getContent().add(box);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.setAutoFix(true);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(false);
    // The key would close what is under the card as well: who hears it next sees no card.
    popup.setHideOnEscape(false);
    popup.setOnHidden(_ -> hidden.run());
    box.heightProperty().addListener((_, _, _) -> place());
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    box.addEventHandler(KeyEvent.ANY, this::keep);
    grace.setOnFinished(_ -> {
      if (!pointed) {
        hide();
      }
    });
    // The whole window with its shadow: what is under it does not get the pointer either.
    popup
        .getScene()
        .addEventFilter(
            MouseEvent.ANY,
            event -> {
              if (event.getEventType() == MouseEvent.MOUSE_EXITED
                  && popup.getScene().equals(event.getTarget())) {
                pointed = false;
                grace.playFromStart();
              } else {
                pointed = true;
              }
            });
  }

  boolean isShown() {
    return popup.isShowing();
  }

  /// Shows problems at a place; without any, the card waits for something to say.
  void show(Bounds at, List<Problem> found) {
    hide();
    anchor = at;
    stops.clear();
    entered = false;
    more.getChildren().clear();
    problems.getChildren().setAll(found.stream().map(this::problem).toList());
    problems.getChildren().forEach(this::hush);
    if (!found.isEmpty()) {
      appear();
    }
  }

  /// Says more about the same place.
  void add(Node content) {
    more.getChildren().add(content);
    hush(content);
    appear();
  }

  /// Takes the keyboard into the card: to select and copy, and to follow what leads on.
  void enter() {
    entered = true;
    stops.forEach(stop -> stop.setFocusTraversable(true));
    stops.stream().findFirst().ifPresent(Node::requestFocus);
  }

  /// Keys stay the text's as long as nobody has asked for the card.
  private void hush(Node node) {
    if (node.isFocusTraversable()) {
      node.setFocusTraversable(false);
      stops.add(node);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::hush);
    }
  }

  /// Tab leads round in the card, and not into the text under it.
  private void walk(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !stops.isEmpty()) {
      int at = stops.indexOf(popup.getScene().getFocusOwner());
      int to = Math.floorMod(at + (event.isShiftDown() ? -1 : 1), stops.size());
      stops.get(to).requestFocus();
      event.consume();
    }
  }

  /// What nothing in the card wants would be done to the text under it, which nobody means now.
  private void keep(KeyEvent event) {
    boolean leads = event.getCode() == KeyCode.ESCAPE || event.getCode().isFunctionKey();
    if (entered && !leads) {
      event.consume();
    }
  }

  /// Below what it explains, or above where there is no room: never over it.
  private void place() {
    double height = box.getHeight();
    double bottom =
        Screen.getScreensForRectangle(anchor.getMinX(), anchor.getMinY(), 1, 1).stream()
            .findFirst()
            .orElse(Screen.getPrimary())
            .getVisualBounds()
            .getMaxY();
    double below = anchor.getMaxY() + GAP_BELOW;
    double above = anchor.getMinY() - GAP_ABOVE - height;
    popup.setAnchorY(below + height <= bottom || above < 0 ? below : above);
  }

  /// The pointer went on: the card goes, too, unless the pointer comes to it.
  void leave() {
    if (popup.isShowing()) {
      grace.playFromStart();
    }
  }

  void hide() {
    grace.stop();
    popup.hide();
  }

  private void appear() {
    var scene = owner.getScene();
    if (scene == null || scene.getWindow() == null || popup.isShowing()) {
      return;
    }
    problems.setManaged(!problems.getChildren().isEmpty());
    more.setManaged(true);
    popup.getScene().getStylesheets().setAll(scene.getStylesheets());
    box.setStyle(scene.getRoot().getStyle());
    box.setAccessibleText(words());
    pointed = false;
    popup.show(owner, anchor.getMinX(), anchor.getMaxY() + GAP_BELOW);
    place();
  }

  /// The problems in words, for those who hear.
  private String words() {
    return String.join(
        ". ",
        problems.lookupAll(".label").stream().map(Label.class::cast).map(Label::getText).toList());
  }

  private Node problem(Problem problem) {
    var glyph = new Label(Marks.glyph(problem.severity()));
    glyph.getStyleClass().addAll("glyph", Marks.of(problem.severity()));
    glyph.setAccessibleText(problem.severity().word());
    var words = new VBox(2, text(problem.message()));
    if (!problem.cure().isEmpty()) {
      words.getChildren().add(text("cure: " + problem.cure(), "muted"));
    }
    for (var related : problem.related()) {
      words.getChildren().add(link(related));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(4, glyph, words);
  }

  private Node link(Related related) {
    var at = related.location();
    var link =
        new Hyperlink(
            "%s: %s:%d".formatted(related.role().words(), at.file().getFileName(), at.line()));
    link.setOnAction(_ -> {
      hide();
      go.accept(related);
    });
    return link;
  }

  private static Label text(String words, String... styles) {
    var text = new Sentence(words, styles);
    text.setMaxWidth(WIDTH - 48);
    return text;
  }
}
