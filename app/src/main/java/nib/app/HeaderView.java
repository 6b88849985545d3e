package nib.app;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import nib.app.build.TargetChooser;
import nib.app.project.Project.Showing;
import nib.app.style.Icons;
import nib.app.style.Theme;
import nib.app.welcome.Recent;
import nib.engine.OpenedPackage;

/// The line at the top: what is open, for which target, and what to do with it.
final class HeaderView extends HBox {

  /// What a narrow window leaves of a name; the buttons beside it keep their words.
  private static final double LEAST_NAME = 88;

  private static final double LEAST_TARGET = 120;
  private static final double LEAST_SEARCH = 44;

  private final Desk desk;
  private final MenuButton name = new MenuButton("Open");

  HeaderView(Desk desk) {
    super(8);
    this.desk = desk;
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    name.setId("package-name");
    name.getStyleClass().addAll(Styles.FLAT, "package-name");
    name.setMinWidth(LEAST_NAME);
    getChildren()
        .addAll(name, packageActions(), new Spacer(), search(), theme(), settings(), help());
    InvalidationListener rename = _ -> name.setText(title());
    desk.project().openedProperty().addListener(rename);
    desk.project().fileProperty().addListener(rename);
    desk.welcome().recents().addListener((InvalidationListener) _ -> fillMenu());
    // What is open and current is looked up when a person opens the menu: packages are read again
    // with every pause in typing.
    name.setOnShowing(_ -> fillMenu());
    fillMenu();
  }

  private String title() {
    return desk.project().title().orElse("Open");
  }

  private void fillMenu() {
    var project = desk.project();
    var items = name.getItems();
    items.clear();
    project.packages().forEach(view -> items.add(openItem(view)));
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item("Open a folder…", "Shortcut+O", desk.welcome()::openFolder));
    if (!project.packages().isEmpty()) {
      items.add(item("Open a folder beside…", "Shortcut+Shift+O", desk.welcome()::openBeside));
    }
    items.add(item("Open an archive…", "Shortcut+Alt+O", desk.welcome()::openFile));
    if (project.showingProperty().get() != Showing.WELCOME) {
      items.add(item("Close " + title(), "Shortcut+W", desk::close));
      items.add(item("Welcome page", project::welcome));
    }
    var closed = desk.welcome().recents().stream().filter(recent -> !isOpen(recent)).toList();
    if (!closed.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    closed.forEach(recent -> items.add(recentItem(recent)));
  }

  private boolean isOpen(Recent recent) {
    return desk.project().packages().stream().anyMatch(view -> view.root().equals(recent.path()));
  }

  /// An open package: chosen, it becomes the current one.
  private MenuItem openItem(OpenedPackage view) {
    var item = new RadioMenuItem(shortened(view.root()));
    item.setId("open-" + view.name());
    item.setMnemonicParsing(false);
    item.setSelected(
        desk.project().opened().filter(one -> one.root().equals(view.root())).isPresent());
    item.setOnAction(_ -> desk.project().switchTo(view.root()));
    return item;
  }

  private MenuItem recentItem(Recent recent) {
    Path path = recent.path();
    var item = item(shortened(path), () -> desk.project().open(path));
    item.setDisable(!recent.there());
    return item;
  }

  private static String shortened(Path path) {
    Optional<Path> parent = Optional.ofNullable(path.getParent());
    return path.getFileName() + parent.map(folder -> "   " + folder).orElse("");
  }

  private static MenuItem item(String words, String keys, Runnable action) {
    var item = item(words, action);
    // Shown beside the words; the window's own keys run the command before the menu hears of them.
    item.setAccelerator(KeyCombination.valueOf(keys));
    return item;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Node packageActions() {
    var build = Icons.BUILD.labelled("Build");
    build.setId("build-button");
    build.setMinWidth(Button.USE_PREF_SIZE);
    build.getStyleClass().add(Styles.ACCENT);
    build.setTooltip(new Tooltip("Run the package's script (Ctrl+B)"));
    build.setOnAction(_ -> desk.build().build());
    build.disableProperty().bind(desk.build().runningProperty());
    var check = Icons.CHECK.labelled("Check");
    check.setId("check-button");
    check.setMinWidth(Button.USE_PREF_SIZE);
    check.setTooltip(new Tooltip("Hold the border against the archives (Ctrl+Shift+B)"));
    check.setOnAction(_ -> desk.project().check());
    var target = new TargetChooser(desk.targets());
    target.setMinWidth(LEAST_TARGET);
    var actions = new HBox(8, target, build, check);
    actions.setAlignment(Pos.CENTER_LEFT);
    actions
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> desk.project().showingProperty().get() == Showing.PACKAGE,
                desk.project().showingProperty()));
    actions.managedProperty().bind(actions.visibleProperty());
    return actions;
  }

  private Node search() {
    var search = new Button("Search…   Ctrl+K", Icons.SEARCH.node());
    search.setId("search");
    search.getStyleClass().add("search-button");
    search.setMinWidth(LEAST_SEARCH);
    search.setTooltip(new Tooltip("Search everything (Ctrl+K)"));
    search.setAccessibleText("Search everything");
    search.setOnAction(_ -> desk.pages().search());
    return search;
  }

  private Node theme() {
    var menu = new MenuButton("", Icons.THEME.node());
    menu.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "no-arrow");
    menu.setAccessibleText("Light and dark");
    menu.setTooltip(new Tooltip("Light and dark (Ctrl+Shift+L)"));
    var group = new ToggleGroup();
    Stream.of(Theme.values())
        .forEach(theme -> {
          var item = new RadioMenuItem(theme.words());
          item.setToggleGroup(group);
          item.setSelected(desk.look().themeProperty().get() == theme);
          item.setOnAction(_ -> desk.look().themeProperty().set(theme));
          desk.look().themeProperty().addListener((_, _, now) -> item.setSelected(now == theme));
          menu.getItems().add(item);
        });
    return menu;
  }

  private Node settings() {
    var settings = Icons.SETTINGS.button("Settings (Ctrl+,)");
    settings.setId("settings-button");
    settings.setOnAction(_ -> desk.pages().settings());
    return settings;
  }

  private Node help() {
    var help = Icons.HELP.button("Keys and verdicts (F1)");
    help.setOnAction(_ -> desk.pages().keys());
    return help;
  }
}
