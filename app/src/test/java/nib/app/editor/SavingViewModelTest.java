package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.app.editor.LeavingViewModel.Leaving;
import nib.app.editor.SavingViewModel.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts and their files: nothing is lost, whoever writes when.
final class SavingViewModelTest {

  @TempDir private Path folder;

  @Test
  void savesWhatIsShown() {
    var rig = new Rig(folder, Map.of("A.pen", "a\r\n", "B.pen", "b"));
    rig.type("1");
    rig.show("B.pen");
    rig.type("2");
    rig.editor.saving().save();
    assertEquals("2b", rig.read("B.pen"));
    assertEquals("a\r\n", rig.read("A.pen"));
    assertFalse(rig.unsaved());
    rig.editor.saving().saveAll();
    assertEquals("1a\r\n", rig.read("A.pen"));
    assertEquals(List.of(), rig.project.drafts().all());
  }

  @Test
  void keepsWhatIsTypedWhileItSaves() {
    var rig = Rig.with(folder, "a\n");
    rig.type("1");
    rig.hold();
    rig.editor.saving().save();
    rig.type("2");
    rig.editor.saving().save();
    rig.jobs.removeFirst().run();
    assertEquals("1a\n", rig.read("A.pen"));
    assertTrue(rig.unsaved());
    rig.settle();
    assertEquals("12a\n", rig.read("A.pen"));
    assertFalse(rig.unsaved());
  }

  @Test
  void seesThatAFileWentWhileItsTextWasEditedForTheFirstTime() throws IOException {
    var rig = Rig.with(folder, "a\n");
    Files.delete(folder.resolve("A.pen"));
    rig.type("1");
    rig.settle();
    assertEquals(Optional.of(new Notice.Gone("A.pen", false)), rig.notice());
    assertEquals("1a\n", rig.text());
  }

  @Test
  void showsWhatSomebodyElseWrote() {
    var rig = Rig.with(folder, "one\ntwo\nthree\n");
    rig.caret(10);
    rig.write("A.pen", "zero\none\ntwo\nthree\nfour\n");
    rig.project.reread();
    assertEquals("zero\none\ntwo\nthree\nfour\n", rig.text());
    assertEquals(15, rig.editor.shown().orElseThrow().selected().caret());
    assertFalse(rig.unsaved());
    assertEquals(Optional.empty(), rig.notice());
    rig.editor.commands().undo();
    assertEquals("one\ntwo\nthree\n", rig.text(), "what was there can be had again");
    assertTrue(rig.unsaved());
  }

  @Test
  void overwritesNeitherTextNorFileBeforeAPersonChose() {
    var rig = edited("theirs\n");
    assertEquals("mineold\n", rig.text());
    assertEquals(Optional.of(new Notice.Changed("A.pen", false)), rig.notice());
    rig.editor.saving().save();
    assertEquals("theirs\n", rig.read("A.pen"));
    assertEquals(Optional.of(new Notice.Changed("A.pen", true)), rig.notice());
    rig.editor.saving().keepMine();
    assertEquals("mineold\n", rig.read("A.pen"));
    assertEquals(Optional.empty(), rig.notice());
    assertFalse(rig.unsaved());
  }

  @Test
  void keepsMineUntilItIsSaved() {
    var rig = edited("theirs\n");
    rig.editor.saving().keepMine();
    assertEquals("theirs\n", rig.read("A.pen"));
    assertTrue(rig.unsaved());
    assertEquals(Optional.empty(), rig.notice());
    rig.editor.saving().save();
    assertEquals("mineold\n", rig.read("A.pen"));
  }

  @Test
  void takesTheFilesAndCanUndoThat() {
    var rig = edited("theirs\n");
    rig.editor.saving().takeTheirs();
    assertEquals("theirs\n", rig.text());
    assertFalse(rig.unsaved());
    assertEquals(List.of(), rig.project.drafts().all());
    rig.editor.commands().undo();
    assertEquals("mineold\n", rig.text());
  }

  @Test
  void comparesBoth() {
    var rig = edited("theirs\n");
    rig.editor.saving().compare();
    assertEquals(
        List.of("REMOVED theirs", "ADDED mineold", "SAME "),
        rig.editor.saving().differenceProperty().get().stream()
            .map(row -> row.kind() + " " + row.line())
            .toList());
    rig.editor.saving().takeTheirs();
    assertEquals(List.of(), rig.editor.saving().differenceProperty().get());
  }

  @Test
  void noticesOnlyWhenSavingThatTheFileChanged() {
    var rig = Rig.with(folder, "old\n");
    rig.type("mine");
    rig.write("A.pen", "theirs\n");
    rig.editor.saving().save();
    assertEquals("theirs\n", rig.read("A.pen"));
    assertEquals(Optional.of(new Notice.Changed("A.pen", true)), rig.notice());
  }

  @Test
  void isContentWhenBothSidesWroteTheSame() {
    var rig = edited("mineold\n");
    assertEquals(Optional.empty(), rig.notice());
    assertFalse(rig.unsaved());
  }

  @Test
  void takesALookBackThatWasOvertakenByASaveForNothing() {
    var rig = Rig.with(folder, "old\n");
    rig.type("1");
    rig.hold();
    rig.editor.saving().look(rig.editor.shown().orElseThrow());
    var look = rig.jobs.removeFirst();
    rig.editor.saving().save();
    rig.settle();
    rig.write("A.pen", "old\n");
    look.run();
    rig.write("A.pen", "1old\n");
    rig.settle();
    assertEquals("1old\n", rig.text());
    assertEquals(Optional.empty(), rig.notice());
  }

  @Test
  void keepsATextWhoseFileIsGone() throws IOException {
    var rig = Rig.with(folder, "old\n");
    Files.delete(folder.resolve("A.pen"));
    rig.project.reread();
    assertEquals("old\n", rig.text());
    assertEquals(Optional.of(new Notice.Gone("A.pen", false)), rig.notice());
    rig.editor.saving().keepMine();
    assertTrue(rig.unsaved());
    rig.editor.saving().save();
    assertEquals("old\n", rig.read("A.pen"));
    assertFalse(rig.unsaved());
  }

  @Test
  void letsATextGoWithItsFile() throws IOException {
    var rig = new Rig(folder, Map.of("A.pen", "a", "B.pen", "b"));
    rig.type("1");
    Files.delete(folder.resolve("A.pen"));
    rig.project.reread();
    rig.editor.saving().takeTheirs();
    assertEquals("B.pen", rig.editor.pageProperty().get().name());
    assertEquals(List.of(), rig.project.drafts().all());
    assertFalse(Files.exists(folder.resolve("A.pen")));
  }

  @Test
  void saysWhyItCouldNotSave() throws IOException {
    var rig = Rig.with(folder, "old\n");
    rig.type("1");
    Files.write(folder.resolve("A.pen"), new byte[] {(byte) 0xff});
    rig.editor.saving().save();
    var why = (Notice.NotSaved) rig.notice().orElseThrow();
    assertEquals("A.pen on the disk cannot be read: it is no UTF-8 text", why.why().what());
    assertEquals("1old\n", rig.text());
    assertTrue(rig.unsaved());
    rig.editor.saving().dismiss();
    assertEquals(Optional.empty(), rig.notice());
  }

  @Test
  void asksBeforeUnsavedTextsAreLeft() {
    var rig = new Rig(folder, Map.of("A.pen", "a", "B.pen", "b"));
    var left = new ArrayList<String>();
    rig.editor.leaving().leave(_ -> true, () -> left.add("at once"));
    assertEquals(List.of("at once"), left);
    rig.type("1");
    rig.editor.leaving().leave(_ -> true, () -> left.add("asked"));
    assertEquals(1, left.size());
    assertEquals(
        Optional.of(new Leaving(List.of("A.pen"), Optional.empty())),
        rig.editor.leaving().askedProperty().get());
    rig.editor.leaving().stay();
    assertEquals(Optional.empty(), rig.editor.leaving().askedProperty().get());
    rig.editor.leaving().leave(_ -> true, () -> left.add("saved"));
    rig.editor.leaving().leaveSaved();
    assertEquals(List.of("at once", "saved"), left);
    assertEquals("1a", rig.read("A.pen"));
  }

  @Test
  void leavesWithoutSavingWhenToldTo() {
    var rig = Rig.with(folder, "a");
    rig.type("1");
    var left = new ArrayList<String>();
    rig.editor.leaving().leave(_ -> true, () -> left.add("left"));
    rig.editor.leaving().leaveUnsaved();
    assertEquals(List.of("left"), left);
    assertEquals("a", rig.read("A.pen"));
    assertEquals(List.of(), rig.project.drafts().all());
    assertEquals("a", rig.text());
  }

  @Test
  void staysWhereSavingFails() {
    var rig = Rig.with(folder, "old\n");
    rig.type("mine");
    rig.write("A.pen", "theirs\n");
    var left = new ArrayList<String>();
    rig.editor.leaving().leave(_ -> true, () -> left.add("left"));
    rig.editor.leaving().leaveSaved();
    assertEquals(List.of(), left);
    assertEquals("theirs\n", rig.read("A.pen"));
    assertEquals(
        Optional.of("A.pen on the disk is not what it was"),
        rig.editor.leaving().askedProperty().get().flatMap(Leaving::trouble));
  }

  /// A text with unsaved changes whose file somebody else wrote.
  private Rig edited(String theirs) {
    var rig = Rig.with(folder, "old\n");
    rig.type("mine");
    rig.write("A.pen", theirs);
    rig.write("B.pen", "another");
    rig.project.reread();
    return rig;
  }
}
