package nib.engine.syntax;

/// Lines and columns mean nothing to the language, but they tell where people take a block to end.
final class Layout {

  /// In longer lines nobody indents anything.
  private static final int LONGEST_LINE = 1000;

  private Layout() {}

  /// Whether a closing bracket stands on a line of its own further left than the line of the
  /// opening bracket begins, so that somebody meant it to close another one.
  static boolean belongsToAnother(Tokens tokens, int open, int close) {
    if (close <= open) {
      return false;
    }
    String text = tokens.whole();
    int start = tokens.start(close);
    int line = startOfLine(text, start);
    return line > tokens.start(open)
        && indent(text, line) == start - line
        && start - line < indent(text, startOfLine(text, tokens.start(open)));
  }

  private static int startOfLine(String text, int offset) {
    int start = offset;
    while (start > 0 && !Lexer.endsLine(text.charAt(start - 1)) && offset - start < LONGEST_LINE) {
      start--;
    }
    return start;
  }

  private static int indent(String text, int line) {
    int end = line;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end - line;
  }
}
