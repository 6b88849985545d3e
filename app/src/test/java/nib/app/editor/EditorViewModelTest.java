package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.text.Location;
import nib.engine.text.SourceText;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Typing, undoing, problems that move along, finding and replacing.
final class EditorViewModelTest {

  @TempDir private Path folder;

  @Test
  void makesADraftOfWhatIsTypedAndNoneOfWhatIsUndone() {
    var rig = Rig.with(folder, "a\n");
    rig.type("b");
    assertEquals("ba\n", rig.text());
    assertTrue(rig.unsaved());
    assertEquals(
        Optional.of("ba\n"),
        rig.project.drafts().of(folder.resolve("A.pen")).map(SourceText::text));
    rig.editor.commands().undo();
    assertFalse(rig.unsaved());
    assertEquals(List.of(), rig.project.drafts().all());
  }

  @Test
  void remembersForEachModuleWhatToUndoAndWhereThePersonWas() {
    var rig = new Rig(folder, Map.of("A.pen", "a\n", "B.pen", "b\n"));
    rig.type("1");
    rig.show("B.pen");
    rig.editor.commands().undo();
    assertEquals("b\n", rig.text(), "the other module's typing is not undone here");
    rig.type("2");
    rig.show("A.pen");
    assertEquals("1a\n", rig.text());
    assertEquals(new Span(1, 1), rig.editor.shown().orElseThrow().selection());
    rig.editor.commands().undo();
    assertEquals("a\n", rig.text());
    rig.show("B.pen");
    assertEquals("2b\n", rig.text());
  }

  @Test
  void movesProblemsWithTheTextUntilFreshOnesCome() {
    var rig = Rig.with(folder, "one wrong\n");
    assertEquals(List.of(new Span(4, 9)), problems(rig));
    rig.hold();
    rig.type("xx");
    assertEquals(List.of(new Span(6, 11)), problems(rig));
    assertEquals(1, rig.editor.shown().orElseThrow().annotations().problemsAt(7).size());
    assertEquals(0, rig.editor.shown().orElseThrow().annotations().problemsAt(4).size());
  }

  @Test
  void takesNoNoticeOfWhatWasFoundInAnotherText() {
    var rig = Rig.with(folder, "one wrong\n");
    rig.type("x");
    rig.write("B.pen", "");
    rig.hold();
    rig.project.reread();
    rig.type("y");
    rig.settle();
    assertEquals(List.of(new Span(6, 11)), problems(rig));
    assertEquals("xyone wrong\n", rig.text());
  }

  @Test
  void lightsThePlaceOneWasLedToWhereverItMoves() {
    var rig = Rig.with(folder, "one\ntwo\nthree\n");
    rig.project.selection().show("A.pen", new Location(folder.resolve("A.pen"), 3, 1));
    assertEquals(Optional.of(new Span(8, 9)), rig.editor.litProperty().get());
    assertEquals(8, rig.editor.leadingProperty().get().caret());
    rig.editor.apply(Change.of(new Edit(0, "", "zero\n")));
    assertEquals(Optional.of(new Span(13, 14)), rig.editor.litProperty().get());
    long led = rig.editor.leadingProperty().get().number();
    rig.project.reread();
    assertEquals(Optional.of(new Span(13, 14)), rig.editor.litProperty().get());
    assertEquals(led, rig.editor.leadingProperty().get().number(), "the caret stays");
    rig.caret(15);
    assertEquals(Optional.of(new Span(13, 14)), rig.editor.litProperty().get());
    rig.caret(12);
    assertEquals(Optional.empty(), rig.editor.litProperty().get(), "a person went on");
  }

  @Test
  void speaksTheFilesOffsetsWhereItsLinesEndOtherwise() {
    var rig = Rig.with(folder, "one\r\ntwo\r\nwrong\r\n");
    assertEquals("one\ntwo\nwrong\n", rig.text());
    assertEquals(List.of(new Span(8, 13)), problems(rig));
    rig.type("x");
    assertEquals(
        Optional.of("xone\r\ntwo\r\nwrong\r\n"),
        rig.project.drafts().of(folder.resolve("A.pen")).map(SourceText::text));
    rig.editor.lead(folder.resolve("A.pen"), "xone\r\ntwo".length());
    assertEquals(new Span(8, 8), rig.editor.shown().orElseThrow().selection());
  }

  @Test
  void findsAsOneTypesAndGoesRound() {
    var rig = Rig.with(folder, "find\nfound Find\n");
    var find = rig.editor.find();
    rig.caret(2);
    find.open(false);
    find.queryProperty().set("fi");
    assertEquals("2 of 2", find.stateProperty().get().words());
    assertEquals(new Span(11, 13), rig.editor.shown().orElseThrow().selection());
    find.next();
    assertEquals("1 of 2, from the top", find.stateProperty().get().words());
    find.previous();
    assertEquals("2 of 2, from the end", find.stateProperty().get().words());
    find.sameCaseProperty().set(true);
    assertEquals("1 of 1", find.stateProperty().get().words());
    find.queryProperty().set("nowhere");
    assertEquals("no match", find.stateProperty().get().words());
    find.patternProperty().set(true);
    find.queryProperty().set("(");
    assertTrue(find.stateProperty().get().wrong());
    find.close();
    assertEquals(List.of(), find.stateProperty().get().matches());
  }

  @Test
  void looksForWhatIsSelected() {
    var rig = Rig.with(folder, "ab ab\n");
    rig.editor.select(0, 2);
    rig.editor.find().open(false);
    assertEquals("ab", rig.editor.find().queryProperty().get());
    assertEquals("1 of 2", rig.editor.find().stateProperty().get().words());
  }

  @Test
  void replacesOneAfterTheOther() {
    var rig = Rig.with(folder, "a a a\n");
    var find = rig.editor.find();
    find.open(true);
    find.queryProperty().set("a");
    find.replacementProperty().set("aa");
    find.replace();
    assertEquals("aa a a\n", rig.text());
    assertEquals(new Span(3, 4), rig.editor.shown().orElseThrow().selection());
    find.replace();
    assertEquals("aa aa a\n", rig.text());
  }

  @Test
  void replacesAllAsOneStep() {
    var rig = Rig.with(folder, "a b ".repeat(500));
    var find = rig.editor.find();
    find.open(true);
    find.patternProperty().set(true);
    find.queryProperty().set("(a) (b)");
    find.replacementProperty().set("$2$1");
    find.replaceAll();
    assertEquals("ba ".repeat(500), rig.text());
    assertEquals("500 replaced", find.stateProperty().get().words());
    rig.editor.commands().undo();
    assertEquals("a b ".repeat(500), rig.text());
  }

  @Test
  void keepsMatchesInPlaceWhileTheTextChanges() {
    var rig = Rig.with(folder, "a b a\n");
    rig.editor.find().open(false);
    rig.editor.find().queryProperty().set("a");
    rig.hold();
    rig.caret(2);
    rig.type("x");
    assertEquals(
        List.of(new Span(0, 1), new Span(5, 6)), rig.editor.find().stateProperty().get().matches());
  }

  @Test
  void jumpsBetweenBracketsAndOutOfThem() {
    var rig = Rig.with(folder, "f(a, [b])\n");
    rig.caret(2);
    rig.editor.commands().jump();
    assertEquals(9, rig.editor.shown().orElseThrow().selected().caret());
    rig.editor.commands().jump();
    assertEquals(2, rig.editor.shown().orElseThrow().selected().caret());
    rig.caret(4);
    rig.editor.commands().jump();
    assertEquals(2, rig.editor.shown().orElseThrow().selected().caret());
  }

  private static List<Span> problems(Rig rig) {
    return rig.editor.pageProperty().get().annotations().problems().stream()
        .map(Annotations.Problem::span)
        .toList();
  }
}
