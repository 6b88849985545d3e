package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class SheetsTest {

  private static final int PAGES = 4_000;

  /// Most pages are short, one of them is longer than a sheet, and some promise less than they
  /// take.
  @Test
  void handsOnWhatThreadsWrote() throws IOException {
    var sheets = new Sheets();
    var written = new ByteArrayOutputStream();
    var expected = new ByteArrayOutputStream();
    Set<Sheets.Sheet> used = new HashSet<>();
    try (var workers = new Workers(3)) {
      var under = new ArrayDeque<FutureTask<Page>>();
      for (int i = 0; i < PAGES + 8; i++) {
        if (i < PAGES) {
          int number = i;
          var task = new FutureTask<>(() -> numbered(sheets, number));
          under.add(task);
          workers.add(task);
        }
        if (i >= 8) {
          var page = Answers.of(under.remove());
          page.sheet().handOn(page.text(), written);
          used.add(page.sheet());
          expected.write(bytes(i - 8));
        }
      }
    }
    assertArrayEquals(expected.toByteArray(), written.toByteArray());
    assertTrue(used.size() < 20, used.size() + " sheets for " + written.size() + " bytes");
  }

  @Test
  void keepsASheetUntilItsLastPageIsHandedOn() throws IOException {
    var sheets = new Sheets();
    var first = page(sheets, 200_000);
    var second = page(sheets, 200_000);
    assertSame(first.sheet(), second.sheet());
    assertNotSame(first.sheet(), page(sheets, 300_000).sheet()); // it does not fit behind them
    first.sheet().handOn(first.text(), new ByteArrayOutputStream());
    assertNotSame(first.sheet(), page(sheets, 300_000).sheet());
    second.sheet().handOn(second.text(), new ByteArrayOutputStream());
    var again = page(sheets, 300_000);
    assertSame(first.sheet(), again.sheet());
    assertEquals(300_000, again.text().end());
  }

  private record Page(Sheets.Sheet sheet, ByteText text) {}

  private static Page numbered(Sheets sheets, int number) {
    byte[] bytes = bytes(number);
    var sheet = sheets.withRoom(number % 5 == 0 ? bytes.length / 2 : bytes.length);
    var text = sheet.text().add(bytes);
    sheet.keep(text);
    return new Page(sheet, text);
  }

  private static Page page(Sheets sheets, int size) {
    var sheet = sheets.withRoom(size);
    var text = sheet.text().add(new byte[size]);
    sheet.keep(text);
    return new Page(sheet, text);
  }

  private static byte[] bytes(int number) {
    var random = new Random(number);
    byte[] bytes = new byte[number == PAGES / 2 ? 1 << 21 : random.nextInt(1 << 15)];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }
}
