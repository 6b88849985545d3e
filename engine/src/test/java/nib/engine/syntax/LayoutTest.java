package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Where people take a block to end.
final class LayoutTest {

  @Test
  void aBraceFurtherLeftOnALineOfItsOwnBelongsToAnother() {
    check(true, "    g {\n  }");
    check(false, "    g {\n    }");
    check(false, "    g {\n      }");
  }

  @Test
  void aBraceBehindSomethingElseBelongsToItsPartner() {
    check(false, "    g {\n a }");
    check(false, "    g { }");
  }

  private static void check(boolean another, String text) {
    var tokens = Lexer.tokens(text);
    int close = tokens.size() - 2;
    assertEquals(another, Layout.belongsToAnother(tokens, 1, close), text);
  }
}
