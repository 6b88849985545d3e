package nib.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists brought up to date by as little as possible.
final class InPlaceTest {

  @ParameterizedTest
  @CsvSource({"abc, abc", "abc, axc", "abc, ac", "ac, abc", "abc, xyz", "aab, aaab", "ab, abab"})
  void comesToTheFreshList(String before, String after) {
    var shown = FXCollections.observableArrayList(letters(before));
    InPlace.update(shown, letters(after));
    assertEquals(letters(after), shown);
  }

  @Test
  void comesToAnEmptyListAndBack() {
    var shown = FXCollections.observableArrayList(letters("abc"));
    InPlace.update(shown, List.of());
    assertEquals(List.of(), shown);
    InPlace.update(shown, letters("ab"));
    assertEquals(letters("ab"), shown);
  }

  @Test
  void touchesOnlyWhatDiffers() {
    var shown = FXCollections.observableArrayList(letters("abcde"));
    var touched = new ArrayList<String>();
    shown.addListener(
        (ListChangeListener<String>)
            change -> {
              while (change.next()) {
                touched.add(change.getFrom() + " " + change.getRemoved());
              }
            });
    InPlace.update(shown, letters("abxde"));
    assertEquals(List.of("2 [c]"), touched);
    touched.clear();
    InPlace.update(shown, letters("abxde"));
    assertEquals(List.of(), touched);
    InPlace.update(shown, letters("aBxDe"));
    assertEquals(List.of("1 [b]", "3 [d]"), touched);
  }

  private static List<String> letters(String word) {
    return word.chars().mapToObj(letter -> String.valueOf((char) letter)).toList();
  }
}
