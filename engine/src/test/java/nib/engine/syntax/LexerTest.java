package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
  void coversEveryCharacterThatIsNotBlank() {
    String text = "type Foo { x number } # é\n\u0001 😀 f = \\() string { \"é\" }";
    var left = new StringBuilder(text);
    for (var token : Lexer.lex(text)) {
      assertEquals(token.text(), text.substring(token.span().start(), token.span().end()));
      for (int at = token.span().start(); at < token.span().end(); at++) {
        left.setCharAt(at, ' ');
      }
    }
    assertEquals("", left.toString().strip());
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
