package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class EditTest {

  @Test
  void movesWhatStandsBehindIt() {
    var edit = new Edit(4, "ab", "xyz");
    assertEquals(3, edit.moved(3));
    assertEquals(4, edit.moved(4));
    assertEquals(5, edit.moved(5));
    assertEquals(7, edit.moved(6));
    assertEquals(11, edit.moved(10));
  }

  @Test
  void leavesWhatIsWrittenBesideAProblemOutOfIt() {
    var problem = new Span(4, 8);
    assertEquals(Optional.of(new Span(5, 9)), new Edit(4, "", "x").moved(problem));
    assertEquals(Optional.of(problem), new Edit(8, "", "x").moved(problem));
    assertEquals(Optional.of(new Span(4, 9)), new Edit(6, "", "x").moved(problem));
    assertEquals(Optional.of(new Span(4, 7)), new Edit(5, "b", "").moved(problem));
    assertEquals(Optional.of(new Span(4, 6)), new Edit(6, "cdef", "").moved(problem));
    assertEquals(Optional.of(new Span(3, 6)), new Edit(2, "zzz", "y").moved(problem));
    assertEquals(Optional.of(new Span(7, 9)), new Edit(4, "ab", "xyz").moved(problem));
    assertEquals(Optional.empty(), new Edit(3, "abcdef", "new").moved(problem));
  }

  @Test
  void findsTheLeastBetweenTwoTexts() {
    assertEquals(List.of(), Edit.between("same", "same"));
    assertEquals(List.of(new Edit(2, "", "a")), Edit.between("aa", "aaa"));
    assertEquals(List.of(new Edit(2, "c", "xy")), Edit.between("abcd", "abxyd"));
    assertEquals(List.of(new Edit(0, "", "new")), Edit.between("", "new"));
  }

  @Test
  void undoesItself() {
    var edit = new Edit(2, "cd", "x");
    assertEquals("abcdef", edit.undone().applied(edit.applied("abcdef")));
  }

  @Test
  void spansManyEditsByOne() {
    String text = "a b ".repeat(200);
    var edits = new ArrayList<Edit>();
    for (int at = 0; at < text.length(); at += 4) {
      edits.add(new Edit(at, "a", "long"));
    }
    var change = Change.of(text, edits, 2, 4);
    assertEquals(1, change.edits().size());
    assertEquals(text.replace("a", "long"), change.applied(text));
    assertEquals(5, change.anchor());
    assertEquals(7, change.caret());
  }

  @Test
  void makesOneTextOfAnotherByLines() {
    var random = new Random(3);
    for (int run = 0; run < 400; run++) {
      String before = lines(random);
      String after = lines(random);
      var change = Change.of(before, LineDiff.edits(before, after), 0, 0);
      assertEquals(after, change.applied(before));
    }
  }

  @Test
  void showsTheLinesOfBothTexts() {
    assertEquals(
        List.of(
            "SAME a 1 1", "REMOVED b 2 0", "ADDED x 0 2", "ADDED y 0 3", "SAME c 3 4", "SAME  4 5"),
        LineDiff.rows("a\nb\nc\n", "a\nx\ny\nc\n").stream()
            .map(row -> "%s %s %d %d".formatted(row.kind(), row.line(), row.before(), row.after()))
            .toList());
  }

  @Test
  void givesUpOnTextsThatHaveNothingInCommon() {
    var before = new StringBuilder();
    var after = new StringBuilder();
    for (int line = 0; line < 3_000; line++) {
      before.append("before ").append(line).append('\n');
      after.append("after ").append(line).append('\n');
    }
    var change =
        Change.of(before.toString(), LineDiff.edits(before.toString(), after.toString()), 0, 0);
    assertEquals(after.toString(), change.applied(before.toString()));
  }

  private static String lines(Random random) {
    var text = new StringBuilder();
    int count = random.nextInt(12);
    for (int line = 0; line < count; line++) {
      text.append((char) ('a' + random.nextInt(4))).append(random.nextInt(9) == 0 ? "" : "\n");
    }
    return text.toString();
  }
}
