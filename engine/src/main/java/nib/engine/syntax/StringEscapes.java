package nib.engine.syntax;

/// The six escapes of string literals: `\\ \" \n \r \t` and `\xHH`.
public final class StringEscapes {

  private StringEscapes() {}

  /// How long the escape is whose backslash stands at `at`, in UTF-16 units; 0 where the language
  /// has none like it.
  public static int length(String text, int at) {
    if (at + 1 >= text.length()) {
      return 0;
    }
    if (text.charAt(at + 1) == 'x') {
      return isHexadecimal(text, at) ? 4 : 0;
    }
    return "\\\"nrt".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 0;
  }

  /// Whether two hexadecimal digits follow the `\x` at `at`.
  static boolean isHexadecimal(String text, int at) {
    return at + 3 < text.length()
        && NumberReader.isHexadecimalDigit(text.charAt(at + 2))
        && NumberReader.isHexadecimalDigit(text.charAt(at + 3));
  }
}
