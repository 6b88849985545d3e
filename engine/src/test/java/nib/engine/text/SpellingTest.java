package nib.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Names that somebody may have meant.
final class SpellingTest {

  @Test
  void findsAtMostThree() {
    var names = List.of("area5", "area4", "area3", "area2", "volume");
    assertEquals(List.of("area2", "area3", "area4"), new Spelling().near("area1", names));
  }

  @Test
  void doesNotLookForSingleLettersAndForWhatNobodyWrites() {
    var long100 = "a".repeat(100);
    assertEquals(List.of(), new Spelling().near("x", List.of("y")));
    assertEquals(List.of("xz"), new Spelling().near("xy", List.of("xz")));
    assertEquals(List.of(long100), new Spelling().near("b" + "a".repeat(99), List.of(long100)));
    assertEquals(List.of(), new Spelling().near("ba".repeat(50) + "a", List.of("ba".repeat(50))));
  }

  @Test
  void givesUpAfterHundredsOfSearches() {
    var spelling = new Spelling();
    for (int i = 0; i < 200; i++) {
      assertEquals(List.of("area"), spelling.near("ared", List.of("area")));
    }
    assertEquals(List.of(), spelling.near("ared", List.of("area")));
  }
}
