package nib.app.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class WordsTest {

  private static final String TEXT = "a = Core'Now() + b";

  @Test
  void tellsThePartsOfAName() {
    String text = "a Foo'bar.baz";
    assertEquals(Optional.of(new Span(2, 5)), Words.at(text, 2));
    assertEquals(Optional.of(new Span(2, 5)), Words.at(text, 4));
    assertEquals(Optional.empty(), Words.at(text, 5));
    assertEquals(Optional.of(new Span(6, 9)), Words.at(text, 8));
    assertEquals(Optional.empty(), Words.at(text, 9));
    assertEquals(Optional.of(new Span(10, 13)), Words.at(text, 12));
    assertEquals(Optional.empty(), Words.at(text, 13));
    assertEquals(Optional.empty(), Words.at(text, 1));
  }

  @Test
  void replacesTheRestOfANameThatAnotherTakesThePlaceOf() {
    assertEquals(3, Words.endBehind("foo(", 1, "bar"));
    assertEquals(3, Words.endBehind("foo'bar", 1, "baz"));
    assertEquals(7, Words.endBehind("foo'bar)", 1, "baz'qux"));
    assertEquals(4, Words.endBehind("foo'bar", 1, "baz'"));
    assertEquals(1, Words.endBehind("f bar", 1, "foo"));
    assertEquals(1, Words.endBehind("f", 1, "foo"));
  }

  @Test
  void findsTheNameAroundAnOffset() {
    assertEquals(new Span(4, 12), Words.around(TEXT, 4));
    assertEquals(new Span(4, 12), Words.around(TEXT, 9));
  }

  @Test
  void findsTheWholeNameOfAForeignFunction() {
    assertEquals(new Span(1, 15), Words.around("(_pen_core_add2)", 8));
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
