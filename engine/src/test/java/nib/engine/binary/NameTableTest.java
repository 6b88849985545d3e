package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NameTableTest {

  @Test
  void keepsEachNameOnceHoweverLong() {
    var names = new NameTable.Builder();
    var random = new Random(7);
    var texts = new LinkedHashSet<String>();
    for (int i = 0; i < 20_000; i++) {
      texts.add("n".repeat(random.nextInt(300)) + random.nextInt(5_000));
    }
    texts.add("x".repeat(3_000_000));
    texts.add("");
    texts.add("\udcff\udc80 is no UTF-8");
    for (int round = 0; round < 2; round++) {
      int number = 0;
      for (String text : texts) {
        assertEquals(number++, names.number(text));
      }
    }
    var all = names.soFar();
    names.number("late");
    assertEquals(texts.size(), all.size());
    assertEquals(NameTable.NONE, all.find("late"));
    int number = 0;
    for (String text : texts) {
      assertEquals(text, all.text(number));
      assertEquals(number++, all.find(text));
    }
  }

  @Test
  void ordersNamesByTheirBytes() {
    var names = new NameTable.Builder();
    int capital = names.number("B");
    int small = names.number("a");
    int far = names.number("\u00e9");
    var all = names.soFar();
    assertTrue(all.compare(capital, small) < 0);
    assertTrue(all.compare(small, far) < 0);
    assertEquals(0, all.compare(far, far));
  }
}
