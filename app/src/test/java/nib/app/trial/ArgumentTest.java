package nib.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import nib.engine.Entry.Slot;
import nib.engine.trial.SlotKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Arguments as they are typed: what is a mistake, and which literal comes out.
final class ArgumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "-2.5", "+1", ".5", "1.", "1e3", "1E-3", "0xff", "0b101", " 7 "})
  void takesNumbers(String text) {
    assertEquals(Optional.empty(), problem(SlotKind.NUMBER, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1e", "0xg", "0b2", "1_000", "0XFF", "NaN", "--1", "1 2"})
  void refusesWhatIsNoNumber(String text) {
    assertTrue(problem(SlotKind.NUMBER, text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a\\nb", "\\x4f", "say \"hi\"", "\\\\", "héllo 漢"})
  void takesStrings(String text) {
    assertEquals(Optional.empty(), problem(SlotKind.STRING, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\q", "\\x4", "\\xzz", "ends\\"})
  void refusesUnknownEscapes(String text) {
    assertTrue(problem(SlotKind.STRING, text).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "a, \"a\"",
        "say \"hi\", \"say \\\"hi\\\"\"",
        "a\\nb, \"a\\nb\"",
        "a\\\"b, \"a\\\"b\""
      })
  void quotesOnlyWhatIsBare(String text, String literal) {
    assertEquals(literal, argument(SlotKind.STRING, text).literal());
  }

  @Test
  void takesItsOwnQuotesOffAgain() {
    var argument = argument(SlotKind.STRING, "say \"hi\"");
    argument.take(argument.literal());
    assertEquals("say \\\"hi\\\"", argument.textProperty().get());
  }

  private static Optional<String> problem(SlotKind kind, String text) {
    return argument(kind, text).problemProperty().get();
  }

  private static Argument argument(SlotKind kind, String text) {
    var argument = new Argument(new Slot("a", "string", kind));
    argument.textProperty().set(text);
    return argument;
  }
}
