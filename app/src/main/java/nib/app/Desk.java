package nib.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import nib.app.Drawer.Tab;
import nib.app.assist.AssistViewModel;
import nib.app.border.BorderViewModel;
import nib.app.border.DependencyViewModel;
import nib.app.build.BuildViewModel;
import nib.app.build.TargetsViewModel;
import nib.app.diagnosis.FindingsViewModel;
import nib.app.diagnosis.VerdictViewModel;
import nib.app.editor.EditorViewModel;
import nib.app.outline.OutlineViewModel;
import nib.app.palette.PaletteViewModel;
import nib.app.picture.PictureViewModel;
import nib.app.project.Guest;
import nib.app.project.Project;
import nib.app.prototype.PrototypeViewModel;
import nib.app.settings.SettingsViewModel;
import nib.app.style.Look;
import nib.app.symbols.ExplorerViewModel;
import nib.app.symbols.SymbolsViewModel;
import nib.app.trial.TrialViewModel;
import nib.app.welcome.WelcomeViewModel;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.Workbench;

/// Every view model of one window, wired by their constructors in one place, and every command.
public final class Desk {

  private final Workbench workbench;
  private final Background background;
  private final Settings settings;
  private final Project project;
  private final Drawer drawer = new Drawer();
  private final Look look;
  private final BorderViewModel border;
  private final EditorViewModel editor;
  private final PrototypeViewModel prototype;
  private final FindingsViewModel findings;
  private final VerdictViewModel verdict;
  private final BuildViewModel build;
  private final TargetsViewModel targets;
  private final ExplorerViewModel explorer;
  private final TrialViewModel trial;
  private final PictureViewModel picture;
  private final WelcomeViewModel welcome;
  private final PaletteViewModel palette;
  private final AssistViewModel assist;
  private final OutlineViewModel outline;
  private final DependencyViewModel dependency;
  private final SettingsViewModel preferences;
  private final Pages pages;
  private final DrawerMoves moves;
  private final BooleanProperty symbolFilter = new SimpleBooleanProperty();

  public Desk(Workbench workbench, Background background, Settings settings, FilePicker picker) {
    this.workbench = workbench;
    this.background = background;
    this.settings = settings;
    this.look = new Look(settings);
    this.project = new Project(workbench, background);
    this.explorer = new ExplorerViewModel(workbench, background, project, picker);
    this.border = new BorderViewModel(project, _ -> drawer.show(Tab.SYMBOLS));
    this.editor = new EditorViewModel(project, background);
    this.prototype = new PrototypeViewModel(workbench, background, project, settings);
    this.findings = new FindingsViewModel(project, project.selection()::lead);
    this.verdict = new VerdictViewModel(project, findings, project.selection()::lead);
    this.build = new BuildViewModel(workbench, background, project);
    this.targets = new TargetsViewModel(workbench, background, project);
    this.trial = new TrialViewModel(workbench, background, project);
    this.picture =
        new PictureViewModel(
            workbench, background, new PictureViewModel.Around(project, trial, picker, settings));
    picture
        .wantedProperty()
        .bind(drawer.openProperty().and(drawer.tabProperty().isEqualTo(Tab.PICTURE)));
    this.welcome = new WelcomeViewModel(workbench, background, project, picker);
    this.preferences =
        new SettingsViewModel(
            workbench,
            background,
            new SettingsViewModel.Around(project, picker, look, SettingsViewModel.variable()));
    this.dependency = new DependencyViewModel(project, () -> preferences.openProperty().set(true));
    this.palette = new PaletteViewModel(project, findings, explorer.symbols(), this::commands);
    this.pages = new Pages(palette.openProperty(), preferences.openProperty());
    var around = new ProjectSurroundings(project, drawer);
    this.assist = new AssistViewModel(workbench, background, around);
    this.outline = new OutlineViewModel(item -> assist.jump(item.location(), item.name()));
    project.selection().stepBy(assist.history()::jump);
    project
        .packages()
        .addListener((ListChangeListener<OpenedPackage>) _ -> assist.refresh(around.modules()));
    project.openedProperty().addListener((_, _, _) -> outlineModule());
    project.selection().moduleProperty().addListener((_, _, _) -> outlineModule());
    project.selection().guestProperty().addListener((_, _, _) -> outlineModule());
    this.moves = new DrawerMoves(drawer, project, findings);
    moves.follow(build);
  }

  /// Reads what has to be there before anything is opened.
  public void start() {
    background.quietly(
        workbench::memoryWarning, warning -> warning.ifPresent(project::warn), project::say);
    targets.look();
    welcome.refresh();
  }

  public Workbench workbench() {
    return workbench;
  }

  public Background background() {
    return background;
  }

  public Settings settings() {
    return settings;
  }

  public Project project() {
    return project;
  }

  public Drawer drawer() {
    return drawer;
  }

  public Look look() {
    return look;
  }

  public BorderViewModel border() {
    return border;
  }

  public EditorViewModel editor() {
    return editor;
  }

  public PrototypeViewModel prototype() {
    return prototype;
  }

  public FindingsViewModel findings() {
    return findings;
  }

  public VerdictViewModel verdict() {
    return verdict;
  }

  public BuildViewModel build() {
    return build;
  }

  public TargetsViewModel targets() {
    return targets;
  }

  public SymbolsViewModel symbols() {
    return explorer.symbols();
  }

  public ExplorerViewModel explorer() {
    return explorer;
  }

  public TrialViewModel trial() {
    return trial;
  }

  public PictureViewModel picture() {
    return picture;
  }

  public WelcomeViewModel welcome() {
    return welcome;
  }

  public PaletteViewModel palette() {
    return palette;
  }

  public AssistViewModel assist() {
    return assist;
  }

  public OutlineViewModel outline() {
    return outline;
  }

  public DependencyViewModel dependency() {
    return dependency;
  }

  /// The page of settings.
  public SettingsViewModel preferences() {
    return preferences;
  }

  /// The pages above the window.
  Pages pages() {
    return pages;
  }

  /// Becomes true to put the cursor into the symbols' filter; whoever does that sets it back.
  public BooleanProperty symbolFilterProperty() {
    return symbolFilter;
  }

  /// Everything a person can do that needs no argument, except what only a view can.
  public List<Command> commands() {
    return Stream.of(
            work(),
            TextCommands.of(editor),
            TextCommands.of(assist, outline),
            PaneCommands.of(drawer),
            PaneCommands.of(prototype),
            PaneCommands.of(explorer),
            PaneCommands.of(look),
            view())
        .flatMap(List::stream)
        .toList();
  }

  /// Ends what is in the way: an open page, running work, a message. In that order, one at a time.
  public void escape() {
    if (assist.escape() || pages.close() || editor.escape()) {
      return;
    }
    if (editor.leaving().askedProperty().get().isPresent()) {
      editor.leaving().stay();
    } else if (!background.cancelLatest()) {
      if (project.failureProperty().get().isPresent()) {
        project.clearFailure();
      } else {
        drawer.close();
      }
    }
  }

  private List<Command> work() {
    return List.of(
        Command.of("Search everything", "Ctrl+K", pages::search, "Ctrl+K", "Ctrl+Shift+P"),
        Command.of("Open a folder", "Ctrl+O", welcome::openFolder, "Ctrl+O"),
        Command.of("Open a folder beside", "Ctrl+Shift+O", welcome::openBeside, "Ctrl+Shift+O"),
        Command.of("Open an archive", "Ctrl+Alt+O", welcome::openFile, "Ctrl+Alt+O"),
        Command.of("Next package", "Ctrl+PgDn", () -> project.step(1), "Ctrl+Page Down"),
        Command.of("Package before", "Ctrl+PgUp", () -> project.step(-1), "Ctrl+Page Up"),
        Command.of("Save", "Ctrl+S", editor.saving()::save, "Ctrl+S"),
        Command.of("Save all", "Ctrl+Shift+S", editor.saving()::saveAll, "Ctrl+Shift+S"),
        Command.of("Close the package", "Ctrl+W", this::close, "Ctrl+W"),
        Command.of("Welcome page", "", project::welcome),
        Command.of("Build", "Ctrl+B", build::build, "Ctrl+B"),
        Command.of("Check", "Ctrl+Shift+B", project::check, "Ctrl+Shift+B"),
        Command.of("Read again and build", "F5", this::again, "F5"),
        Command.of("Call the selected function", "Ctrl+Enter", trial::call, "Ctrl+Enter"),
        Command.of("Next finding", "F8", this::nextFinding, "F8"),
        Command.of("Cancel, or close what is in front", "Esc", this::escape, "Esc"));
  }

  private List<Command> view() {
    return List.of(
        Command.of("Find in the text, or filter symbols", "Ctrl+F", this::find, "Ctrl+F"),
        Command.of("Filter symbols", "Ctrl+G", this::filterSymbols, "Ctrl+G"),
        Command.of("Settings", "Ctrl+,", pages::settings, "Ctrl+Comma"),
        Command.of("Keys and verdicts", "F1", pages::keys, "F1", "Ctrl+Slash"));
  }

  /// A step to a finding is of no use to who cannot read it.
  private void nextFinding() {
    findings.next();
    moves.showFindings();
  }

  private void outlineModule() {
    outline.show(
        project
            .module()
            .map(ModuleView::outline)
            .or(() -> project.selection().guestProperty().get().map(Guest::outline))
            .orElse(List.of()));
  }

  private void again() {
    project.reread();
    build.build();
  }

  /// One key, and each pane's own meaning of it.
  private void find() {
    if (editor.focusedProperty().get()) {
      editor.find().open(false);
    } else {
      filterSymbols();
    }
  }

  /// Closes the package, or the lone file, once its unsaved texts are saved or given up.
  public void close() {
    var root =
        project
            .opened()
            .filter(_ -> project.showingProperty().get() == Project.Showing.PACKAGE)
            .map(OpenedPackage::root);
    root.ifPresentOrElse(
        folder -> editor.leaving().leave(file -> project.isOf(folder, file), project::close),
        project::close);
  }

  private void filterSymbols() {
    moves.showSymbols();
    symbolFilter.set(true);
  }
}
