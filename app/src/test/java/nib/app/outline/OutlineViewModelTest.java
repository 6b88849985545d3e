package nib.app.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.assist.OutlineItem;
import nib.engine.text.Location;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class OutlineViewModelTest {

  private final List<OutlineItem> led = new ArrayList<>();
  private final OutlineViewModel outline = new OutlineViewModel(led::add);

  private static OutlineItem item(String file, String name, int start, int end) {
    return new OutlineItem(
        name,
        OutlineItem.Kind.FUNCTION,
        "\\() none",
        true,
        new Location(Path.of(file), 1, 1),
        new Span(start, start + name.length()),
        new Span(start, end));
  }

  private static List<OutlineItem> module(String file) {
    return List.of(
        item(file, "Find", 0, 40), item(file, "Length", 42, 80), item(file, "find", 82, 90));
  }

  private List<String> names() {
    return outline.items().stream().map(OutlineItem::written).toList();
  }

  private Optional<String> current() {
    return outline.currentProperty().get().map(OutlineItem::written);
  }

  @Test
  void marksTheDefinitionThatHoldsTheCaret() {
    outline.show(module("/a.pen"));
    assertEquals(Optional.of("Find"), current());
    outline.caret(50);
    assertEquals(Optional.of("Length"), current());
    outline.caret(81);
    assertEquals(Optional.empty(), current());
    outline.caret(90);
    assertEquals(Optional.of("find"), current(), "a caret stands behind the last character");
  }

  @Test
  void marksTheLaterOfTwoThatTouchAndTheInnermost() {
    outline.show(
        List.of(
            item("/a.pen", "Box", 0, 20),
            item("/a.pen", "size", 6, 14),
            item("/a.pen", "x", 20, 30)));
    outline.caret(10);
    assertEquals(Optional.of("size"), current());
    outline.caret(20);
    assertEquals(Optional.of("x"), current());
  }

  @Test
  void filtersByName() {
    outline.show(module("/a.pen"));
    outline.filterProperty().set(" FIND");
    assertEquals(List.of("Find", "find"), names());
    outline.caret(50);
    assertEquals(Optional.empty(), current());
    outline.filterProperty().set("");
    assertEquals(Optional.of("Length"), current());
  }

  @Test
  void keepsTheFilterWhileTheModuleIsReadAgainAndClearsItForAnother() {
    outline.show(module("/a.pen"));
    outline.filterProperty().set("len");
    outline.show(module("/a.pen"));
    assertEquals(List.of("Length"), names());

    outline.show(module("/b.pen"));
    assertEquals(List.of("Find", "Length", "find"), names());
  }

  @Test
  void leadsToWhatIsChosen() {
    outline.show(module("/a.pen"));
    outline.choose(outline.items().get(1));
    assertEquals(List.of("Length"), led.stream().map(OutlineItem::written).toList());
  }
}
