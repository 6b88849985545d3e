package nib.engine.text;

/// Single characters in sentences.
public final class Glyph {

  private static final int BYTE_ORDER_MARK = 0xfeff;

  private Glyph() {}

  /// The character between backticks, or its number where nobody would see it or a terminal would
  /// obey it: `U+0000`.
  public static String shown(int character) {
    if (character == BYTE_ORDER_MARK) {
      return "a byte order mark (U+FEFF)";
    }
    boolean visible =
        switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
    return visible ? "`" + Character.toString(character) + "`" : "U+%04X".formatted(character);
  }
}
