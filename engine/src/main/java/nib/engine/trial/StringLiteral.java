package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import nib.engine.diagnostic.FailureException;

/// Strings as Pen writes them: bytes between quotes, with the escapes `\\ \" \n \r \t \xHH` and no
/// others.
///
/// Escapes are read from left to right. The compiler in circulation replaces all `\\` first, so
/// that it takes `"\\n"` for a line end; what is printed here reads the same in both ways, because
/// a backslash before `n`, `r`, `t` or `x` is printed as `\x5c`.
final class StringLiteral {

  private static final HexFormat HEX = HexFormat.of();

  private StringLiteral() {}

  static byte[] parse(String place, String literal) throws FailureException {
    if (!literal.startsWith("\"")) {
      throw unquoted(place, literal);
    }
    var bytes = new ByteArrayOutputStream();
    int at = 1;
    while (at < literal.length() && literal.charAt(at) != '"') {
      at =
          literal.charAt(at) == '\\'
              ? escape(place, literal, at, bytes)
              : plain(literal, at, bytes);
    }
    if (at != literal.length() - 1) {
      throw at < literal.length() ? afterTheEnd(place, literal, at + 1) : unclosed(place, literal);
    }
    return bytes.toByteArray();
  }

  private static int plain(String literal, int at, ByteArrayOutputStream bytes) {
    int end = at;
    while (end < literal.length() && literal.charAt(end) != '"' && literal.charAt(end) != '\\') {
      end++;
    }
    bytes.writeBytes(literal.substring(at, end).getBytes(UTF_8));
    return end;
  }

  private static int escape(String place, String literal, int at, ByteArrayOutputStream bytes)
      throws FailureException {
    char name = at + 1 < literal.length() ? literal.charAt(at + 1) : '\0';
    if (name == 'x' && isHexDigit(literal, at + 2) && isHexDigit(literal, at + 3)) {
      bytes.write(HexFormat.fromHexDigits(literal, at + 2, at + 4));
      return at + 4;
    }
    bytes.write(
        switch (name) {
          case '\\' -> '\\';
          case '"' -> '"';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> throw unknownEscape(place, literal, at);
        });
    return at + 2;
  }

  private static boolean isHexDigit(String literal, int at) {
    return at < literal.length() && HexFormat.isHexDigit(literal.charAt(at));
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
    var text = new StringBuilder("\"");
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      var characters = CharBuffer.allocate(rest.remaining());
      var stop = decoder.reset().decode(rest, characters, true);
      printCharacters(characters.flip().toString(), text);
      for (int i = 0; stop.isError() && i < stop.length(); i++) {
        printByte(rest.get(), text);
      }
    }
    return text.append('"').toString();
  }

  private static void printCharacters(String valid, StringBuilder text) {
    for (int i = 0; i < valid.length(); i += Character.charCount(valid.codePointAt(i))) {
      printCharacter(valid, i, text);
    }
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
            printByte(one, text);
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

  private static void printByte(byte one, StringBuilder text) {
    text.append("\\x").append(HEX.toHexDigits(one));
  }
}
