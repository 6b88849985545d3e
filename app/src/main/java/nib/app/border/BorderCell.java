package nib.app.border;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import nib.app.project.DependencyEntry;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.engine.DependencyView.State;
import nib.engine.Entry;
import nib.engine.diagnosis.Verdict;
import nib.engine.packages.ModuleKind;
import org.jspecify.annotations.Nullable;

/// One line of the border list: a glyph, a name, and the verdict's word.
final class BorderCell extends ListCell<BorderItem> {

  private final BorderViewModel model;

  BorderCell(BorderViewModel model) {
    this.model = model;
    setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && !isEmpty()) {
        model.open(getItem());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable BorderItem item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setTooltip(null);
    pseudoClassStateChanged(Marks.HEADING, item instanceof BorderItem.Heading);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    setGraphic(
        switch (item) {
          case BorderItem.Heading(var words, var count) -> heading(words, count);
          case BorderItem.OfEntry(var entry, var verdict) -> entry(entry, verdict);
          case BorderItem.OfModule module -> module(module);
          case BorderItem.OfDependency dependency -> dependency(dependency);
          case BorderItem.OfDependencyEntry(var entry) -> entry(entry);
          case BorderItem.OfArchive(var file) -> archive(file);
          case BorderItem.Nothing(var words) -> line(space(), label(words, "muted"), space());
        });
  }

  private Node heading(String words, int count) {
    setAccessibleText(words + ", " + count);
    return line(label(words, "list-heading"), spring(), label(String.valueOf(count), "muted"));
  }

  private Node entry(Entry entry, Verdict verdict) {
    setAccessibleText("%s, %s, %s".formatted(entry.symbol(), verdict.word(), entry.penType()));
    setTooltip(
        new Tooltip(
            "%s  %s\n%s".formatted(entry.symbol(), entry.penType(), entry.location().file())));
    var word = label(verdict.word(), Marks.of(verdict));
    word.setMinWidth(Region.USE_PREF_SIZE);
    return line(Marks.glyph(verdict), name(entry.symbol()), spring(), word);
  }

  private Node module(BorderItem.OfModule module) {
    int problems = module.problems();
    boolean main = module.kind() == ModuleKind.MAIN;
    setAccessibleText(
        module.path()
            + (main ? ", main" : "")
            + (module.unsaved() ? ", not saved" : "")
            + (problems == 0 ? "" : ", problems: " + problems));
    setTooltip(
        new Tooltip(
            module.path()
                + (module.unsaved() ? "\n● not saved" : "")
                + (problems == 0 ? "" : "\n✗ problems: " + problems)));
    var unsaved = mark(module.unsaved() ? "●" : "", "muted");
    // The name is what people look for: where more has to be said, the least of it goes.
    var kind = mark(main && problems == 0 ? "main" : "", "muted");
    var count = mark(problems == 0 ? "" : "✗ " + problems, "danger-text");
    return line(Icons.small(Icons.MODULE), name(module.path()), unsaved, spring(), kind, count);
  }

  private static Label mark(String text, String style) {
    var mark = label(text, style);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.setManaged(!text.isEmpty());
    return mark;
  }

  private Node dependency(BorderItem.OfDependency line) {
    var dependency = line.dependency();
    var standing = standing(line);
    standing.setMinWidth(Region.USE_PREF_SIZE);
    setAccessibleText(
        "dependency %s, %s%s"
            .formatted(
                dependency.name(),
                standing.getText(),
                line.folds() ? line.unfolded() ? ", unfolded" : ", folded" : ""));
    setTooltip(new Tooltip(dependency.url() + "\n" + about(dependency.state())));
    return line(fold(line), name(dependency.name()), spring(), standing);
  }

  private Node fold(BorderItem.OfDependency line) {
    if (!line.folds()) {
      return Icons.small(Icons.PACKAGE);
    }
    var icon = Icons.small(line.unfolded() ? Icons.UNFOLDED : Icons.FOLDED);
    var handle = new HBox(icon);
    handle.setAlignment(Pos.CENTER);
    handle.getStyleClass().add("fold");
    handle.setOnMouseClicked(event -> {
      model.toggle(line);
      event.consume();
    });
    return handle;
  }

  private static Label standing(BorderItem.OfDependency line) {
    return switch (line.dependency().state()) {
      case State.Read(_, var entries) ->
          line.problems() == 0
              ? label(String.valueOf(entries.size()), "muted")
              : label(
                  line.problems() + (line.problems() == 1 ? " problem" : " problems"),
                  "danger-text");
      case State.Git _ -> label("git", "muted");
      case State.Unavailable _ -> label("✗ not there", "danger-text");
    };
  }

  private static String about(State state) {
    return switch (state) {
      case State.Read(var root, _) -> String.valueOf(root);
      case State.Git(var command) -> command;
      case State.Unavailable(var why) -> why.toString();
    };
  }

  private Node entry(DependencyEntry line) {
    var entry = line.entry();
    setAccessibleText(
        "%s, %s of %s, %s"
            .formatted(entry.symbol(), entry.direction().word(), line.name(), entry.penType()));
    setTooltip(
        new Tooltip(
            "%s  %s\n%s".formatted(entry.symbol(), entry.penType(), entry.location().file())));
    var symbol = name(entry.symbol());
    symbol.getStyleClass().add("muted");
    var word = label(entry.direction().word(), "muted");
    word.setMinWidth(Region.USE_PREF_SIZE);
    return line(space(), symbol, spring(), word);
  }

  private Node archive(Path file) {
    String name = String.valueOf(file.getFileName());
    setAccessibleText("archive " + name);
    setTooltip(new Tooltip(file + "\nEnter shows its symbols"));
    return line(Icons.small(Icons.ARCHIVE), name(name), spring());
  }

  private static Label name(String text) {
    var name = label(text, "mono");
    // Names begin alike and end apart.
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    name.setMinWidth(24);
    return name;
  }

  private static Label label(String text, String... styles) {
    var label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private static Region space() {
    var space = new Region();
    space.setMinWidth(16);
    return space;
  }

  private static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private HBox line(Node... parts) {
    var line = new HBox(8, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    // The list's width rules, not the longest name: nothing scrolls sideways.
    line.setMinWidth(0);
    line.setPrefWidth(1);
    return line;
  }
}
