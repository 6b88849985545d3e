package nib.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Number and string literals as the language reference has them, section 2.
final class PenLiteralTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "-2.5", "+1", ".5", "1.", "1e3", "1E-3", "0xff", "0b101", " 7 "})
  void takesNumbers(String text) {
    assertEquals(Optional.empty(), PenLiteral.numberProblem(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1e", "0xg", "0b2", "1_000", "0XFF", "NaN", "--1", "1 2"})
  void refusesWhatIsNoNumber(String text) {
    assertTrue(PenLiteral.numberProblem(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a\\nb", "\\x4f", "say \"hi\"", "\\\\", "héllo 漢"})
  void takesStrings(String text) {
    assertEquals(Optional.empty(), PenLiteral.stringProblem(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\q", "\\x4", "\\xzz", "ends\\"})
  void refusesUnknownEscapes(String text) {
    assertTrue(PenLiteral.stringProblem(text).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {"a, \"a\"", "say \"hi\", \"say \\\"hi\\\"\"", "a\\nb, \"a\\nb\""})
  void quotesOnlyWhatIsBare(String text, String literal) {
    assertEquals(literal, PenLiteral.quoted(text));
  }

  @Test
  void takesItsOwnQuotesOffAgain() {
    assertEquals("say \\\"hi\\\"", PenLiteral.unquoted(PenLiteral.quoted("say \"hi\"")));
  }
}
