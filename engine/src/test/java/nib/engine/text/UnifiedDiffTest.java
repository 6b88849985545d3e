package nib.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Differences as `patch` takes them.
final class UnifiedDiffTest {

  @TempDir private Path scratch;

  @Test
  void equalTextsHaveNone() {
    assertEquals(List.of(), UnifiedDiff.of(List.of("a"), List.of("a")));
    assertEquals(List.of(), UnifiedDiff.of(List.of(), List.of()));
  }

  @Test
  void changesComeWithThreeLinesAround() {
    var before = new ArrayList<String>();
    for (int i = 1; i <= 30; i++) {
      before.add("line " + i);
    }
    var after = new ArrayList<>(before);
    after.set(9, "ten");
    after.remove(20);
    after.add(13, "more");
    assertEquals(
        """
        @@ -7,10 +7,11 @@
         line 7
         line 8
         line 9
        -line 10
        +ten
         line 11
         line 12
         line 13
        +more
         line 14
         line 15
         line 16
        @@ -18,7 +19,6 @@
         line 18
         line 19
         line 20
        -line 21
         line 22
         line 23
         line 24\
        """,
        String.join("\n", UnifiedDiff.of(before, after)));
  }

  @Test
  void aTextThatIsEmptyHasNoLines() {
    assertEquals(
        List.of("@@ -0,0 +1,2 @@", "+a", "+b"), UnifiedDiff.of(List.of(), List.of("a", "b")));
    assertEquals(List.of("@@ -1 +0,0 @@", "-a"), UnifiedDiff.of(List.of("a"), List.of()));
  }

  @Test
  void patchMakesOneTextOfTheOther() throws Exception {
    Tool.assume("patch");
    var random = new Random(11);
    for (int run = 0; run < 60; run++) {
      var before = lines(random);
      var after = lines(random);
      var diff = UnifiedDiff.of(before, after);
      if (!diff.isEmpty()) {
        Files.write(scratch.resolve("text"), before);
        Files.writeString(scratch.resolve("diff"), "--- text\n+++ text\n");
        Files.write(scratch.resolve("diff"), diff, java.nio.file.StandardOpenOption.APPEND);
        Tool.run(scratch, "patch", "--fuzz=0", "--silent", "-o", "made", "text", "diff");
        assertEquals(after, Files.readAllLines(scratch.resolve("made")), () -> diff.toString());
      }
    }
  }

  private static List<String> lines(Random random) {
    var lines = new ArrayList<String>();
    int count = random.nextInt(40);
    for (int line = 0; line < count; line++) {
      lines.add(random.nextInt(4) == 0 ? "odd " + random.nextInt(3) : "line " + line);
    }
    return lines;
  }
}
