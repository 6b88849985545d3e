package nib.app.editor;

/// Where the lines of a text begin and end, and how far they are indented. Lines end in `\n`.
final class Lines {

  /// A line longer than this is written by no person, and is shown as it is: neither wrapped nor
  /// coloured. RichTextFX takes the square of its length for the one, and a node for each word for
  /// the other.
  static final int LONG = 4_000;

  private Lines() {}

  static boolean hasLong(String text) {
    int start = 0;
    while (text.length() - start > LONG) {
      int end = text.lastIndexOf('\n', start + LONG);
      if (end < start) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  static int start(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /// Behind the last character of the line, before its end.
  static int end(String text, int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end;
  }

  /// The blanks that a line begins with.
  static String indent(String text, int offset) {
    int start = start(text, offset);
    int end = start;
    while (end < text.length() && blank(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean blank(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!blank(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /// The offset of a line and a column, both from zero, or the nearest there is.
  static int offset(String text, int line, int column) {
    int start = 0;
    for (int at = 0; at < line; at++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return Math.min(start + Math.max(0, column), end(text, start));
  }
}
