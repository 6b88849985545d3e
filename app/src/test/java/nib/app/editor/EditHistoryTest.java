package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.app.editor.EditHistory.Selected;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;

final class EditHistoryTest {

  private final Buffer buffer =
      new Buffer("A.pen", new SourceText(Path.of("/A.pen"), "one\r\n"), true);

  @Test
  void undoesTypingByWords() {
    type("ab cd");
    assertEquals("ab cdone\n", buffer.text());
    buffer.undo();
    assertEquals("ab one\n", buffer.text());
    buffer.undo();
    assertEquals("one\n", buffer.text());
    assertEquals(Optional.empty(), buffer.undo());
    buffer.redo();
    buffer.redo();
    assertEquals("ab cdone\n", buffer.text());
    assertEquals(new Selected(5, 5), buffer.selected());
    assertEquals(Optional.empty(), buffer.redo());
  }

  @Test
  void undoesARunOfBackspacesAtOnce() {
    buffer.select(new Selected(3, 3));
    for (int end = 3; end > 1; end--) {
      buffer.type(new Edit(end - 1, buffer.text().substring(end - 1, end), ""));
    }
    assertEquals("o\n", buffer.text());
    buffer.undo();
    assertEquals("one\n", buffer.text());
    assertEquals(new Selected(3, 3), buffer.selected());
  }

  @Test
  void beginsAStepWhereTheCaretWentElsewhere() {
    type("a");
    buffer.select(new Selected(3, 3));
    buffer.select(new Selected(1, 1));
    type("b");
    buffer.undo();
    assertEquals("aone\n", buffer.text());
  }

  @Test
  void forgetsWhatWasUndoneWhenSomethingElseIsTyped() {
    type("a");
    buffer.undo();
    type("b");
    assertEquals(Optional.empty(), buffer.redo());
    assertEquals("bone\n", buffer.text());
  }

  @Test
  void undoesACommandAtOnceAndKeepsLineEnds() {
    buffer.apply(new Change(List.of(new Edit(3, "", "\ntwo"), new Edit(0, "", "zero\n")), 0, 0));
    assertEquals("zero\r\none\r\ntwo\r\n", buffer.fileText());
    buffer.undo();
    assertEquals("one\r\n", buffer.fileText());
    assertEquals(false, buffer.unsaved());
  }

  private void type(String text) {
    for (int index = 0; index < text.length(); index++) {
      int at = buffer.selected().caret();
      buffer.type(new Edit(at, "", text.substring(index, index + 1)));
    }
  }
}
