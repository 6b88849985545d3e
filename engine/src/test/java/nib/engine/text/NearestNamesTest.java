package nib.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestNamesTest {

  @Test
  void findsSmallMistakes() {
    check("scale", List.of("scal", "scales", "sclae"), "scales", "scal", "sclae", "unrelated");
    check("count_words", List.of("count_word"), "count_word", "count", "words");
  }

  @Test
  void looksThroughCaseAndUnderscores() {
    check("add_numbers", List.of("addNumbers"), "addNumbers", "subtract");
    check("add", List.of("_add", "ADD", "__add"), "__add", "ADD", "_add");
    check("_foo_bar_", List.of("foobar"), "foobar");
  }

  @Test
  void putsTheNearestFirst() {
    check(
        "greeting",
        List.of("greeting", "greetin_g", "greetings", "greatinx"),
        "greatinx",
        "greetin_g",
        "greetings",
        "greeting");
  }

  @Test
  void isStricterWithShortNames() {
    check("f", List.of("g"), "g", "gh", "foo");
    check("add", List.of("and"), "and", "sub", "adder");
  }

  @Test
  void givesNoMoreThanAskedForAndNoneTwice() {
    assertEquals(
        List.of("a1", "a2"), NearestNames.of("a", List.of("a3", "a2", "a1", "a1", "a2"), 2));
    assertEquals(List.of(), NearestNames.of("a", List.of(), 3));
    assertEquals(List.of(), NearestNames.of("", List.of("long"), 3));
  }

  private static void check(String wanted, List<String> expected, String... names) {
    assertEquals(expected, NearestNames.of(wanted, List.of(names), 10));
  }
}
