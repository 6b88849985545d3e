package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LinesTest {

  @Test
  void tellsWhetherAnyLineIsLong() {
    String most = "x".repeat(Lines.LONG);
    assertFalse(Lines.hasLong(""));
    assertFalse(Lines.hasLong(most));
    assertTrue(Lines.hasLong(most + "x"));
    assertFalse(Lines.hasLong((most + "\n").repeat(3) + most));
    assertTrue(Lines.hasLong("a\n" + most + "x\nb\n"));
    assertTrue(Lines.hasLong("a\nb\n" + most + "x"));
    assertFalse(Lines.hasLong("a\n".repeat(Lines.LONG)));
  }
}
