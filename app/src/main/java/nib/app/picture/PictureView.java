package nib.app.picture;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import javafx.util.StringConverter;
import nib.app.Background;
import nib.app.editor.CallPassage;
import nib.app.picture.PictureViewModel.State;
import nib.app.style.Icons;
import nib.app.style.Look;
import nib.app.style.Sentence;
import nib.app.table.Clip;
import nib.engine.abi.CallPart;
import nib.engine.target.Target;
import nib.files.Png;

/// The call of the selected function: drawn, or as text.
public final class PictureView extends BorderPane {

  /// A saved picture has so many pixels for one unit of the drawing.
  private static final int DENSITY = 2;

  private final PictureViewModel model;
  private final Drawing drawing;
  private final ScrollPane scroll;
  private final CallPassage text;
  private final Label lit = new Label();
  private final Label values = new Label("Values of the last trial");

  public PictureView(PictureViewModel model, Look look) {
    this.model = model;
    this.drawing = new Drawing(model.pointing());
    setId("picture");
    text = CallPassage.scrolling(model.pointing(), "The call as text");
    text.setId("picture-text");
    var scale = new Scale();
    scale.xProperty().bind(look.scaleProperty());
    scale.yProperty().bind(look.scaleProperty());
    drawing.getTransforms().add(scale);
    scroll = new ScrollPane(new Group(drawing));
    scroll.getStyleClass().add("picture-scroll");
    scroll.setPannable(true);
    // The keyboard belongs to the drawing, wherever in its pane it was clicked.
    scroll.setFocusTraversable(false);
    scroll
        .focusedProperty()
        .addListener((_, _, now) -> {
          if (now) {
            drawing.requestFocus();
          }
        });
    scroll
        .viewportBoundsProperty()
        .addListener(
            (_, _, room) -> model.roomProperty().set(room.getWidth() / look.scaleProperty().get()));
    model.pointing().litProperty().addListener((_, _, parts) -> lit(parts));
    setTop(head());
    model.stateProperty().addListener((_, _, _) -> show());
    model.asTextProperty().addListener((_, _, _) -> show());
    show();
  }

  private Node head() {
    var group = new ToggleGroup();
    var picture = pill("Picture", false, group, Styles.LEFT_PILL);
    var words = pill("Text", true, group, Styles.RIGHT_PILL);
    lit.setId("picture-lit");
    lit.setMinWidth(0);
    lit.getStyleClass().addAll("mono", "muted");
    values.getStyleClass().add("muted");
    values.setMinWidth(Label.USE_PREF_SIZE);
    values.managedProperty().bind(values.visibleProperty());
    var saved = new Label();
    saved.setId("picture-saved");
    saved.setMinWidth(0);
    saved.textProperty().bind(model.savedProperty());
    // Both are long, and one was just asked for.
    lit.visibleProperty().bind(saved.textProperty().isEmpty());
    lit.managedProperty().bind(lit.visibleProperty());
    var copy = Icons.COPY.button("Copy the text of this picture");
    copy.setOnAction(_ -> model.drawn().ifPresent(shown -> Clip.copy(shown.text())));
    var svg = save("SVG", model::saveSvg);
    var png = save("PNG", () -> model.savePng(this::painted));
    var nothing = model.stateProperty().map(now -> !(now instanceof State.Drawn));
    Stream.of(svg, png, copy).forEach(button -> button.disableProperty().bind(nothing));
    var head =
        new HBox(
            8,
            new HBox(picture, words),
            beside(),
            lit,
            new Spacer(),
            saved,
            values,
            svg,
            png,
            copy);
    head.getStyleClass().add("pane-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private ToggleButton pill(String words, boolean asText, ToggleGroup group, String side) {
    var pill = new ToggleButton(words);
    pill.setId("picture-as-" + words.toLowerCase(java.util.Locale.ROOT));
    pill.getStyleClass().addAll(side, Styles.SMALL);
    pill.setMinWidth(USE_PREF_SIZE);
    pill.setToggleGroup(group);
    pill.setSelected(model.asTextProperty().get() == asText);
    pill.setOnAction(_ -> {
      model.asTextProperty().set(asText);
      pill.setSelected(true);
    });
    return pill;
  }

  private Button save(String format, Runnable action) {
    var button = Icons.SAVE.labelled(format);
    button.setId("picture-" + format);
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip("Save the picture as " + format));
    button.setAccessibleText("Save the picture as " + format);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Node beside() {
    var box = new ComboBox<Optional<Target>>();
    box.setId("picture-beside");
    box.setAccessibleText("A second target, drawn beside the chosen one");
    box.setTooltip(new Tooltip("A second target, drawn beside the chosen one"));
    box.setItems(model.choices());
    box.setConverter(new Words());
    box.setMinWidth(USE_PREF_SIZE);
    box.valueProperty().bindBidirectional(model.besideProperty());
    return box;
  }

  private void show() {
    values.setVisible(model.drawn().filter(State.Drawn::withValues).isPresent());
    lit.setText("");
    switch (model.stateProperty().get()) {
      case State.Nothing(var words) -> setCenter(empty(words));
      case State.Failed(var failure) ->
          setCenter(
              empty(failure.what() + (failure.cure().isEmpty() ? "" : "; " + failure.cure())));
      case State.Drawn shown -> {
        drawing.show(shown.picture());
        text.show(shown.spelled());
        lit(model.pointing().litProperty().get());
        setCenter(model.asTextProperty().get() ? text : scroll);
      }
    }
  }

  private static Node empty(String words) {
    var sentence = new Sentence(words, "empty-state");
    sentence.setId("picture-empty");
    return new VBox(sentence);
  }

  /// Says in words what is lit, in the head and to who does not see the picture.
  private void lit(List<CallPart> parts) {
    model
        .drawn()
        .ifPresent(shown -> {
          String words =
              String.join(
                  " · ",
                  shown.picture().words(parts).stream()
                      .map(one -> one.replaceAll(" +", " "))
                      .distinct()
                      .toList());
          lit.setText(words);
          drawing.setAccessibleText(
              (words.isEmpty() ? "" : words + ".\n")
                  + shown.picture().description()
                  + ".\n"
                  + shown.text());
        });
    if (!parts.isEmpty() && drawing.isFocused()) {
      reveal(parts);
    }
  }

  /// Scrolls so far that all about the first of the parts is in view, or its top where that is
  /// higher than the pane.
  private void reveal(List<CallPart> parts) {
    var place = drawing.getLocalToParentTransform().transform(drawing.place(parts.subList(0, 1)));
    double room = scroll.getViewportBounds().getHeight();
    double beyond = scroll.getContent().getLayoutBounds().getHeight() - room;
    if (beyond <= 0) {
      return;
    }
    double top = scroll.getVvalue() * beyond;
    // What does not fit stays where its top is seen: the call stands above the memory.
    double end = place.getHeight() > room ? place.getMinY() : place.getMaxY();
    if (place.getMinY() < top || end > top + room) {
      // The head says what stands in the columns; it is shown whenever it has room.
      double wish =
          place.getMaxY() <= room
              ? 0
              : Math.min(place.getMinY(), Math.max(top, place.getMaxY() - room));
      scroll.setVvalue(Math.clamp(wish / beyond, 0, 1));
    }
  }

  /// Paints the picture, ready to be written.
  private Background.Job<byte[]> painted() {
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(DENSITY, DENSITY));
    var image = drawing.snapshot(parameters, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return () -> Png.of(argb, width);
  }

  private static final class Words extends StringConverter<Optional<Target>> {
    private static final String ALONE = "one target";

    @Override
    public String toString(Optional<Target> choice) {
      return choice.map(one -> "beside " + one.triple()).orElse(ALONE);
    }

    @Override
    public Optional<Target> fromString(String words) {
      return Optional.empty();
    }
  }
}
