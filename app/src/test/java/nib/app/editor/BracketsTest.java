package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BracketsTest {

  /// `^` is the caret; what is found stands in order, `-` for a bracket without a partner.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "f(^a [b])     | 1 7",
        "f^(a [b])     | 1 7",
        "f(a [b])^     | 7 1",
        "f(a [b^])     | 6 4",
        "x = \\^(a) b  | 5 7",
        "x = ^\\(a) b  | 5 7",
        "f(^ \")\" )   | 1 7",
        "f(^ # )       | 1 -",
        "f^(a          | 1 -",
        "a }^          | 2 -",
        "f(^a ] b)     | 1 -",
        "f(a^)         | 3 1",
        "f ^a b        |",
      })
  void findsWhatBelongsTogether(String marked, String expected) {
    int caret = marked.indexOf('^');
    String text = marked.replace("^", "");
    var pair = new Brackets(TokenTable.of(text), text).touching(caret);
    assertEquals(
        expected == null ? "" : expected,
        pair.map(found ->
                found.at().start()
                    + " "
                    + found.partner().map(span -> String.valueOf(span.start())).orElse("-"))
            .orElse(""));
  }
}
