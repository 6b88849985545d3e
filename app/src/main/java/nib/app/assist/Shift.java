package nib.app.assist;

import nib.engine.text.Difference;

/// What became of offsets when a stretch of a text was replaced.
///
/// @param start where the texts begin to differ
/// @param end where the stretch ended in the old text
/// @param longer how much longer the new text is
record Shift(int start, int end, int longer) {

  static Shift between(String before, String after) {
    var other = Difference.between(before, after);
    return new Shift(other.start(), other.end(), after.length() - before.length());
  }

  int of(int offset) {
    if (offset >= end) {
      return offset + longer;
    }
    return Math.min(offset, Math.max(start, end + longer));
  }
}
