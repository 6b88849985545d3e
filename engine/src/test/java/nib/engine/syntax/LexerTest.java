package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class LexerTest {

  @Test
  void tellsWordsFromKeywords() {
    check("import importA type_ _ in2", "KEYWORD WORD WORD WORD WORD");
  }

  @Test
  void readsNumbersAsTheManualHasThem() {
    check("0 1.5 .5 1. 1e3 1E-3 0b101 0xFF", "NUMBER ".repeat(8).strip());
  }

  @Test
  void leavesSignsToTheParser() {
    check("1-1", "NUMBER SIGN NUMBER");
    check("-1 x--1", "SIGN NUMBER WORD SIGN SIGN NUMBER");
  }

  @Test
  void seesASpreadBehindANumber() {
    check("1...xs", "NUMBER SIGN WORD");
  }

  @Test
  void keepsEscapesInsideStrings() {
    check("\"a\\\"b\" \"\" \"# no comment\"", "STRING STRING STRING");
  }

  @Test
  void knowsAStringThatNeverEnds() {
    check("\"a\\\"", "OPEN_STRING");
    check("\"\\", "OPEN_STRING");
  }

  @Test
  void takesTheLambdaSignWhole() {
    check("\\(x) \\", "SIGN WORD SIGN UNKNOWN");
  }

  @Test
  void endsACommentWithItsLine() {
    check("# a \" b\nx", "COMMENT WORD");
  }

  @Test
  void wantsNoEqualsSignDirectlyBehindAnOperator() {
    check("a == b", "WORD SIGN WORD");
    check("a===b", "WORD UNKNOWN WORD");
    check("a?==b += c", "WORD UNKNOWN WORD UNKNOWN WORD");
    check("a<=b <== c != d !== e", "WORD SIGN WORD UNKNOWN WORD SIGN WORD UNKNOWN WORD");
    check("a=-1 b=!c", "WORD SIGN SIGN NUMBER WORD SIGN SIGN WORD");
  }

  @Test
  void wantsDigitsBehindPrefixesAndExponents() {
    check("0b 0b2 0b12 0x 0xg", "NUMBER ".repeat(5).strip());
    check("1e 1e+ 1else .5E", "NUMBER ".repeat(4).strip());
    check("0b1for 0x1for 0B1 1_000", "NUMBER KEYWORD NUMBER WORD NUMBER WORD NUMBER WORD");
  }

  @Test
  void knowsNoOtherBlanksThanItsFour() {
    check("a\u00a0b\fc\u3000\ufeff", "WORD UNKNOWN WORD UNKNOWN WORD UNKNOWN UNKNOWN");
  }

  @Test
  void takesWhatIsRepeatedOrSpelledOutForOneUnknownToken() {
    check("\0\0\0 ;; é漢字", "UNKNOWN UNKNOWN UNKNOWN");
  }

  @TestFactory
  Stream<DynamicTest> coversEveryCharacterThatIsNotBlank() throws IOException {
    var texts = new ArrayList<String>();
    texts.add("type Foo { x number } # é\n\u0001 😀 f = \\() string { \"é\" } \\ \\\\(");
    for (var file : Golden.cases("syntax", ".pen")) {
      texts.add(Files.readString(file));
    }
    return texts.stream().map(text -> DynamicTest.dynamicTest(text, () -> assertCovered(text)));
  }

  private static void assertCovered(String text) {
    int end = 0;
    for (var token : Lexer.lex(text)) {
      int start = token.span().start();
      assertTrue(text.substring(end, start).chars().allMatch(c -> " \t\r\n".indexOf(c) >= 0));
      assertEquals(token.text(), text.substring(start, token.span().end()));
      end = token.span().end();
    }
    assertEquals(text.length(), end);
  }

  private static void check(String text, String kinds) {
    assertEquals(
        kinds,
        Lexer.lex(text).stream()
            .map(Token::kind)
            .filter(kind -> kind != Token.Kind.END)
            .map(Enum::name)
            .collect(Collectors.joining(" ")));
  }
}
