package nib.app.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class WordsTest {

  private static final String TEXT = "a = Core'Now() + b";

  @Test
  void findsTheNameAroundAnOffset() {
    assertEquals(new Span(4, 12), Words.around(TEXT, 4));
    assertEquals(new Span(4, 12), Words.around(TEXT, 9));
  }

  @Test
  void findsTheNameThatEndsAtTheCaret() {
    assertEquals(new Span(4, 12), Words.around(TEXT, 12));
    assertEquals(new Span(17, 18), Words.around(TEXT, TEXT.length()));
  }

  @Test
  void findsNothingBetweenNames() {
    assertEquals(new Span(14, 14), Words.around(TEXT, 14));
    assertEquals(new Span(0, 0), Words.around("", 0));
  }
}
