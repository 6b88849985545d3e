package nib.app.border;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.engine.Entry;
import nib.engine.diagnosis.Verdict;
import org.jspecify.annotations.Nullable;

/// One line of the border list: a glyph, a name, and the verdict's word.
final class BorderCell extends ListCell<BorderItem> {

  BorderCell(Consumer<BorderItem> open) {
    setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && !isEmpty()) {
        open.accept(getItem());
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
          case BorderItem.OfModule(var path, var problems) -> module(path, problems);
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

  private Node module(String path, int problems) {
    setAccessibleText(path + (problems == 0 ? "" : ", problems: " + problems));
    var count = label(problems == 0 ? "" : problems + (problems == 1 ? " problem" : " problems"));
    count.getStyleClass().add("danger-text");
    return line(Icons.small(Icons.MODULE), name(path), spring(), count);
  }

  private Node archive(Path file) {
    String name = String.valueOf(file.getFileName());
    setAccessibleText("archive " + name);
    setTooltip(new Tooltip(file + "\nEnter shows its symbols"));
    return line(Icons.small(Icons.ARCHIVE), name(name), spring());
  }

  private static Label name(String text) {
    var name = label(text, "mono");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
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
