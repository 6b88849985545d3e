package nib.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import nib.app.Drawer.Tab;
import nib.app.assist.AssistLayer;
import nib.app.assist.UsagesView;
import nib.app.build.BuildView;
import nib.app.diagnosis.FindingsView;
import nib.app.editor.LeaveBar;
import nib.app.editor.TextPort;
import nib.app.help.HelpView;
import nib.app.palette.PaletteView;
import nib.app.picture.PictureView;
import nib.app.project.Project.Showing;
import nib.app.settings.SettingsView;
import nib.app.symbols.SymbolsView;
import nib.app.table.DataTable;
import nib.app.trial.TrialsView;
import nib.app.welcome.WelcomeView;
import org.jspecify.annotations.Nullable;

/// The window's content: header, what is open, status; search and help above them. Views are built
/// here, once, from the desk's view models.
public final class Shell extends StackPane {

  private final Desk desk;
  private final BorderPane frame = new BorderPane();
  private final WelcomeView welcome;
  private final SymbolsView symbols;
  private final DrawerView drawer;
  private final PackagePane pane;
  private final StackPane file = new StackPane();
  private final Map<Tab, Node> contents;
  private final Map<String, DataTable<?>> tables;

  public Shell(Desk desk) {
    this.desk = desk;
    setId("shell");
    getStyleClass().add("shell");
    welcome = new WelcomeView(desk.welcome());
    symbols = new SymbolsView(desk.explorer());
    var findings = new FindingsView(desk.findings());
    var trials = new TrialsView(desk.trial());
    var usages = new UsagesView(desk.assist().usages());
    // The symbols move: into the drawer of a package, or over the whole window for a lone file.
    var symbolsInDrawer = new StackPane(symbols);
    contents =
        Map.of(
            Tab.FINDINGS, findings,
            Tab.BUILD, new BuildView(desk.build()),
            Tab.SYMBOLS, symbolsInDrawer,
            Tab.TRIALS, trials,
            Tab.USAGES, usages,
            Tab.PICTURE, new PictureView(desk.picture(), desk.look()));
    tables =
        Map.of(
            Settings.FINDINGS, findings.table(),
            Settings.SYMBOLS, symbols.table(),
            Settings.MEMBERS, symbols.memberTable(),
            Settings.DIFFERENCES, symbols.differences(),
            Settings.TRIALS, trials.table(),
            Settings.USAGES, usages.table());
    tables.forEach((key, table) -> desk.settings().get(key).ifPresent(table::widen));
    desk.settings().get(Settings.EXPLORER).ifPresent(symbols::divide);
    drawer = new DrawerView(desk, contents);
    pane = new PackagePane(desk, drawer);
    var drops = new DropZones(desk.project());
    pane.text()
        .caretProperty()
        .addListener((_, _, caret) -> desk.outline().caret(caret.intValue()));
    frame.setTop(
        new VBox(
            new HeaderView(desk),
            new MessageBar(desk.project()),
            new LeaveBar(desk.editor().leaving())));
    frame.setBottom(new StatusView(desk));
    getChildren()
        .addAll(
            frame,
            new AssistLayer(desk.assist(), pane.text()),
            new PaletteView(desk.palette()),
            new SettingsView(desk.preferences()),
            new HelpView(commands(), desk.pages().keysProperty()),
            drops);
    drops.receive(this);
    desk.project().showingProperty().addListener((_, _, showing) -> show(showing));
    desk.symbolFilterProperty().addListener((_, _, wanted) -> focusFilter(wanted));
    show(desk.project().showingProperty().get());
  }

  /// The shown text.
  TextPort text() {
    return pane.text();
  }

  /// Makes the scene: keys bound, theme and scale applied.
  public Scene scene(double width, double height) {
    var scene = new Scene(this, width, height);
    Keys.bind(scene, commands());
    desk.look().dress(scene);
    return scene;
  }

  /// Remembers how the window was left.
  public void remember() {
    pane.remember();
    desk.settings().put(Settings.EXPLORER, symbols.divided());
    tables.forEach((key, table) -> desk.settings().put(key, table.widths()));
  }

  private List<Command> commands() {
    return Stream.concat(
            desk.commands().stream(),
            Stream.of(
                Command.of("Next pane", "F6", () -> walk(1), "F6"),
                Command.of("Pane before", "Shift+F6", () -> walk(-1), "Shift+F6")))
        .toList();
  }

  private void show(Showing showing) {
    frame.setCenter(
        switch (showing) {
          case WELCOME -> welcome;
          case PACKAGE -> {
            into((StackPane) contents.get(Tab.SYMBOLS));
            yield pane;
          }
          case FILE -> {
            into(file);
            yield file;
          }
        });
    if (getScene() != null && !desk.pages().open()) {
      // Split panes hold what is in them only once they have their skins.
      frame.applyCss();
      switch (showing) {
        case WELCOME -> enter(welcome);
        case PACKAGE -> enter(pane.stops().getFirst());
        // Who opens an archive mostly looks for something in it.
        case FILE -> symbols.focusFilter();
      }
    }
  }

  private void into(@Nullable StackPane home) {
    if (home != null && !home.getChildren().contains(symbols)) {
      home.getChildren().setAll(symbols);
    }
  }

  private void focusFilter(boolean wanted) {
    if (wanted) {
      symbols.focusFilter();
      desk.symbolFilterProperty().set(false);
    }
  }

  private void walk(int step) {
    var stops =
        switch (desk.project().showingProperty().get()) {
          case WELCOME -> List.<Node>of();
          case PACKAGE -> pane.stops();
          case FILE -> symbols.stops();
        };
    if (stops.isEmpty()) {
      return;
    }
    var owner = getScene().getFocusOwner();
    int at = 0;
    while (at < stops.size() && !holds(stops.get(at), owner)) {
      at++;
    }
    // From outside the panes, forward leads to the first and backward to the last.
    int from = at < stops.size() ? at : step > 0 ? -1 : 0;
    enter(stops.get(Math.floorMod(from + step, stops.size())));
  }

  private static boolean holds(Node pane, @Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(pane)) {
        return true;
      }
    }
    return false;
  }

  /// Focuses the first thing in a pane that takes the keyboard.
  private static void enter(Node pane) {
    pane.requestFocus();
    if (!holds(pane, pane.getScene().getFocusOwner()) || pane.isFocused()) {
      firstStop(pane).ifPresent(Node::requestFocus);
    }
  }

  private static Optional<Node> firstStop(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .filter(Node::isVisible)
            .map(Shell::firstStop)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }
}
