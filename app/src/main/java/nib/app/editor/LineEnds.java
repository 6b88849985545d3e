package nib.app.editor;

import java.util.Arrays;

/// How the lines of a file end. The editor's text has `\n` for every end; what is written has each
/// line's own again, and new lines end as the first one did.
///
/// Offsets come in two kinds where a file has `\r\n`: into the file's text and into the shown one.
final class LineEnds {

  private static final char LF = '\n';
  private static final char CR = '\r';
  private static final char CRLF = 'b';

  /// The end of each line, in order; not kept where all are `\n`.
  private final StringBuilder kinds = new StringBuilder();

  private final char own;
  private final boolean plain;

  /// The shown offsets of every `\r\n`, as long as nothing was edited.
  private int[] wide = {};

  private boolean stale;

  private LineEnds(String file) {
    plain = file.indexOf(CR) < 0;
    if (!plain) {
      for (int at = 0; at < file.length(); at++) {
        char c = file.charAt(at);
        if (c == CR && at + 1 < file.length() && file.charAt(at + 1) == LF) {
          kinds.append(CRLF);
          at++;
        } else if (c == CR || c == LF) {
          kinds.append(c);
        }
      }
    }
    own = plain ? LF : kinds.charAt(0);
    stale = !plain;
  }

  static LineEnds of(String file) {
    return new LineEnds(file);
  }

  /// The text of a file as it is shown.
  static String shown(String file) {
    return file.indexOf(CR) < 0 ? file : file.replace("\r\n", "\n").replace(CR, LF);
  }

  /// Keeps up with an edit of the shown text.
  ///
  /// @param before the shown text before it
  void edited(String before, Edit edit) {
    if (plain) {
      return;
    }
    int line = count(before, 0, edit.at());
    int removed = count(edit.removed(), 0, edit.removed().length());
    int inserted = count(edit.inserted(), 0, edit.inserted().length());
    // What is only shifted, as by an undo of its own removal, keeps its ends.
    int kept = Math.min(removed, inserted);
    kinds.replace(
        line + kept, line + removed, String.valueOf(own).repeat(Math.max(0, inserted - kept)));
    stale = true;
  }

  /// The file's text of a shown one.
  String restored(String shown) {
    if (plain) {
      return shown;
    }
    var file = new StringBuilder(shown.length() + kinds.length());
    int line = 0;
    for (int at = 0; at < shown.length(); at++) {
      char c = shown.charAt(at);
      if (c != LF) {
        file.append(c);
      } else if (kinds.charAt(line) == CRLF) {
        file.append(CR).append(LF);
        line++;
      } else {
        file.append(kinds.charAt(line));
        line++;
      }
    }
    return file.toString();
  }

  int toFile(String shown, int offset) {
    int[] all = wide(shown);
    return offset + before(all, offset);
  }

  int toShown(String shown, int fileOffset) {
    int[] all = wide(shown);
    int low = 0;
    int high = all.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all[middle] + middle < fileOffset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return fileOffset - low;
  }

  private static int before(int[] sorted, int offset) {
    int found = Arrays.binarySearch(sorted, offset);
    return found >= 0 ? found : -found - 1;
  }

  private int[] wide(String shown) {
    if (stale) {
      var found = new int[kinds.length()];
      int count = 0;
      int line = 0;
      for (int at = shown.indexOf(LF); at >= 0; at = shown.indexOf(LF, at + 1)) {
        if (kinds.charAt(line) == CRLF) {
          found[count++] = at;
        }
        line++;
      }
      wide = Arrays.copyOf(found, count);
      stale = false;
    }
    return wide;
  }

  private static int count(String text, int from, int to) {
    int count = 0;
    for (int at = text.indexOf(LF, from); at >= 0 && at < to; at = text.indexOf(LF, at + 1)) {
      count++;
    }
    return count;
  }
}
