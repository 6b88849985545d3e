package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class NameMatchTest {

  @Test
  void putsBeginningsBeforeHumpsBeforeContentsBeforeScatteredLetters() {
    check("getLine", "getLine", 0);
    check("getLine", "", 0);
    check("getLine", "get", 1);
    check("getLine", "GET", 2);
    check("getLine", "gl", 3);
    check("getLine", "gL", 3);
    check("get_line", "gl", 3);
    check("File'Open", "fo", 3);
    check("getLine", "li", 3);
    check("getLine", "in", 4);
    check("getLine", "tn", 5);
  }

  @Test
  void refusesWhatDoesNotFit() {
    check("getLine", "x", NameMatch.NONE);
    check("getLine", "lg", NameMatch.NONE);
    check("get", "gett", NameMatch.NONE);
  }

  private static void check(String name, String typed, int rank) {
    assertEquals(rank, NameMatch.rank(name, typed), name + " for " + typed);
  }
}
