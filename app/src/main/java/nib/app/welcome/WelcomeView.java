package nib.app.welcome;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.style.Icons;
import nib.engine.OpenedPackage;

/// The page before anything is open.
public final class WelcomeView extends BorderPane {

  private static final int COLUMNS = 3;
  private static final double PAGE_WIDTH = 864;

  private final WelcomeViewModel model;
  private final Label samplesHeading = heading("Samples");
  private final GridPane cards = new GridPane(16, 16);
  private final VBox open = new VBox(0);
  private final VBox recents = new VBox(0);

  public WelcomeView(WelcomeViewModel model) {
    this.model = model;
    setId("welcome");
    getStyleClass().add("welcome");
    var page = new VBox(16, head(), actions(), open, samplesHeading, cards, recents);
    page.getStyleClass().add("welcome-page");
    page.setMaxWidth(PAGE_WIDTH);
    for (int i = 0; i < COLUMNS; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      cards.getColumnConstraints().add(column);
    }
    var middle = new HBox(page);
    middle.setAlignment(Pos.TOP_CENTER);
    HBox.setHgrow(page, javafx.scene.layout.Priority.ALWAYS);
    var scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    model.samples().addListener((ListChangeListener<Sample>) _ -> showCards());
    model.recents().addListener((ListChangeListener<Recent>) _ -> showRecents());
    model.open().addListener((ListChangeListener<OpenedPackage>) _ -> showOpen());
    open.managedProperty().bind(Bindings.isNotEmpty(open.getChildren()));
    showCards();
    showOpen();
    showRecents();
  }

  private static Node head() {
    var name = new Label("Nib");
    name.getStyleClass().add("welcome-name");
    var line = new Label("Both sides of a Pen package's foreign border, held against each other.");
    line.getStyleClass().add("muted");
    return new VBox(4, name, line);
  }

  private Node actions() {
    var folder = Icons.FOLDER.labelled("Open a folder");
    folder.setId("open-folder");
    folder.getStyleClass().add(Styles.ACCENT);
    folder.setOnAction(_ -> model.openFolder());
    folder.setTooltip(new Tooltip("A package: a folder with a pen.json (Ctrl+O)"));
    var file = Icons.ARCHIVE.labelled("Open an archive");
    file.setOnAction(_ -> model.openFile());
    file.setTooltip(new Tooltip("A .a, .lib or object file (Ctrl+Alt+O)"));
    var drop = new Label("or drop one on this window");
    drop.getStyleClass().add("muted");
    var line = new HBox(8, folder, file, drop);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void showCards() {
    cards.getChildren().clear();
    samplesHeading.setVisible(!model.samples().isEmpty());
    for (int i = 0; i < model.samples().size(); i++) {
      cards.add(card(model.samples().get(i)), i % COLUMNS, i / COLUMNS);
    }
  }

  private Node card(Sample sample) {
    var name = new Label(sample.name());
    name.getStyleClass().addAll("card-name", "mono");
    var teaches = new VBox();
    sample
        .teaches()
        .forEach(point -> {
          var line = wrapped("· " + point);
          line.getStyleClass().add("muted");
          teaches.getChildren().add(line);
        });
    // A button would not wrap its text; a box that acts like one does.
    var card = new VBox(name, wrapped(sample.line()), teaches);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(
        "Open the sample %s. %s %s"
            .formatted(sample.name(), sample.line(), String.join(". ", sample.teaches())));
    card.getStyleClass().add("card-button");
    card.setId("sample-" + sample.name());
    card.setFocusTraversable(true);
    card.setOnMouseClicked(_ -> model.open(sample.folder()));
    card.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        model.open(sample.folder());
        event.consume();
      }
    });
    return card;
  }

  private void showOpen() {
    open.getChildren().clear();
    if (model.open().isEmpty()) {
      return;
    }
    open.getChildren().add(heading("Open"));
    for (var view : model.open()) {
      var link = new Hyperlink(view.name());
      link.getStyleClass().add("mono");
      link.setMinWidth(Hyperlink.USE_PREF_SIZE);
      link.setOnAction(_ -> model.goBackTo(view));
      var path = new Label(view.root().toString());
      path.getStyleClass().add("muted");
      var line = new HBox(8, link, path);
      line.setAlignment(Pos.CENTER_LEFT);
      open.getChildren().add(line);
    }
  }

  private void showRecents() {
    recents.getChildren().clear();
    if (model.recents().isEmpty()) {
      return;
    }
    var clear = new Button("Clear");
    clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    clear.setOnAction(_ -> model.forgetRecents());
    var head = new HBox(8, heading("Recent"), new Spacer(), clear);
    head.setAlignment(Pos.CENTER_LEFT);
    recents.getChildren().add(head);
    model.recents().forEach(recent -> recents.getChildren().add(line(recent)));
  }

  private Node line(Recent recent) {
    var link = new Hyperlink(String.valueOf(recent.path().getFileName()));
    link.getStyleClass().add("mono");
    link.setDisable(!recent.there());
    link.setMinWidth(Hyperlink.USE_PREF_SIZE);
    link.setOnAction(_ -> model.open(recent.path()));
    var path = new Label(recent.path() + (recent.there() ? "" : "  (no longer there)"));
    path.getStyleClass().add("muted");
    var line = new HBox(8, link, path);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label heading(String words) {
    var label = new Label(words);
    label.getStyleClass().add("section-title");
    return label;
  }

  private static Label wrapped(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setManaged(!text.isEmpty());
    return label;
  }
}
