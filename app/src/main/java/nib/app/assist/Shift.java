package nib.app.assist;

/// What became of offsets when a stretch of a text was replaced.
///
/// @param start where the texts begin to differ
/// @param end where the stretch ended in the old text
/// @param longer how much longer the new text is
record Shift(int start, int end, int longer) {

  static Shift between(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int tail = 0;
    while (tail < most - start
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    return new Shift(start, before.length() - tail, after.length() - before.length());
  }

  int of(int offset) {
    if (offset >= end) {
      return offset + longer;
    }
    return Math.min(offset, Math.max(start, end + longer));
  }
}
