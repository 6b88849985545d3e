package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import nib.engine.diagnostic.FailureException;
import nib.engine.syntax.Literals;
import nib.engine.syntax.StringEscapes;

/// Strings as Pen writes them: bytes between quotes, with the escapes `\\ \" \n \r \t \xHH` and no
/// others.
///
/// They mean what the compiler takes them for: it replaces all `\\` first, so that `"\\n"` is a
/// line end ([Literals#bytes]). What is printed here reads the same from left to right too, because
/// a backslash before `n`, `r`, `t` or `x` is printed as `\x5c`.
final class StringLiteral {

  private StringLiteral() {}

  static byte[] parse(String place, String literal) throws FailureException {
    if (!literal.startsWith("\"")) {
      throw unquoted(place, literal);
    }
    int at = 1;
    while (at < literal.length() && literal.charAt(at) != '"') {
      at += literal.charAt(at) == '\\' ? escape(place, literal, at) : 1;
    }
    if (at != literal.length() - 1) {
      throw at < literal.length() ? afterTheEnd(place, literal, at + 1) : unclosed(place, literal);
    }
    return Literals.bytes(literal);
  }

  /// @return its length
  private static int escape(String place, String literal, int at) throws FailureException {
    int length = StringEscapes.length(literal, at);
    if (length == 0) {
      throw unknownEscape(place, literal, at);
    }
    return length;
  }

  private static FailureException unquoted(String place, String literal) {
    return new FailureException(
        "%s has to be a string in quotes, not %s".formatted(place, PenLiteral.shown(literal)),
        "write %s; a shell wants single quotes around it"
            .formatted(print(literal.getBytes(UTF_8))));
  }

  private static FailureException unclosed(String place, String literal) {
    return new FailureException(
        "%s is a string without an end: %s".formatted(place, PenLiteral.shown(literal)),
        "close it with a quote");
  }

  private static FailureException afterTheEnd(String place, String literal, int at) {
    return new FailureException(
        "%s goes on after its closing quote: %s"
            .formatted(place, PenLiteral.shown(literal.substring(at))),
        "write \\\" for a quote within a string");
  }

  private static FailureException unknownEscape(String place, String literal, int at) {
    int end = Math.min(literal.length(), literal.startsWith("\\x", at) ? at + 4 : at + 2);
    return new FailureException(
        "%s has an escape that Pen does not know: %s".formatted(place, literal.substring(at, end)),
        "use \\\\ \\\" \\n \\r \\t or \\x and two hexadecimal digits");
  }

  static String print(byte[] bytes) {
    return '"' + Literals.shown(bytes, StringLiteral::characters) + '"';
  }

  private static String characters(String valid) {
    var text = new StringBuilder();
    for (int i = 0; i < valid.length(); i += Character.charCount(valid.codePointAt(i))) {
      printCharacter(valid, i, text);
    }
    return text.toString();
  }

  private static void printCharacter(String valid, int at, StringBuilder text) {
    int character = valid.codePointAt(at);
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\\' -> text.append(startsAnEscape(valid, at + 1) ? "\\x5c" : "\\\\");
      default -> {
        if (isReadable(character)) {
          text.appendCodePoint(character);
        } else {
          for (byte one : Character.toString(character).getBytes(UTF_8)) {
            text.append(Literals.escaped(one));
          }
        }
      }
    }
  }

  private static boolean startsAnEscape(String valid, int at) {
    return at < valid.length() && "nrtx".indexOf(valid.charAt(at)) >= 0;
  }

  /// Control characters and those that turn the direction of the text around are not. Joiners are:
  /// several scripts, and pictures of people, are written with them.
  private static boolean isReadable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.FORMAT -> character == 0x200c || character == 0x200d;
      default -> true;
    };
  }
}
