package nib.app.editor;

import java.util.Arrays;
import java.util.Set;
import nib.engine.syntax.Lexer;
import nib.engine.syntax.Token;

/// The tokens of a text, kept up to date edit by edit: only what an edit may have changed is cut
/// anew. A string literal may span lines, so a token, not a line, is where cutting begins.
final class TokenTable {

  /// What a token looks like. Brackets are told apart by their last character.
  enum Look {
    PLAIN,
    COMMENT,
    STRING,
    NUMBER,
    KEYWORD,
    BUILT_IN,
    PUBLIC,
    OPENING,
    CLOSING
  }

  /// The lexer looks at fewer characters than these behind a token to find its end.
  private static final int LOOKAHEAD = 8;

  private static final int PIECE = 1024;

  private static final Set<String> BUILT_IN =
      Set.of("any", "boolean", "error", "false", "none", "number", "string", "true");

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private Look[] looks = new Look[64];
  private int count;

  static TokenTable of(String text) {
    var table = new TokenTable();
    table.reset(text);
    return table;
  }

  void reset(String text) {
    count = 0;
    append(text, 0, text.length());
  }

  int count() {
    return count;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  Look look(int index) {
    return looks[index];
  }

  /// The first token that ends behind an offset; [#count()] where none does.
  int from(int offset) {
    int found = Arrays.binarySearch(ends, 0, count, offset + 1);
    return found >= 0 ? found : -found - 1;
  }

  /// The token that an offset lies in, neither before nor behind it; -1 where there is none.
  int inside(int offset) {
    int index = from(offset);
    return index < count && starts[index] < offset ? index : -1;
  }

  /// Whether a character written at an offset would be part of a string literal or a comment.
  boolean quoted(int offset) {
    int index = inside(offset);
    if (index >= 0 && (look(index) == Look.STRING || look(index) == Look.COMMENT)) {
      return true;
    }
    // A comment goes on behind its last character.
    int before = index >= 0 ? index : from(offset) - 1;
    return before >= 0 && ends[before] == offset && look(before) == Look.COMMENT;
  }

  /// Whether an offset lies between the quotes of a string literal.
  boolean inString(int offset) {
    int index = inside(offset);
    return index >= 0 && look(index) == Look.STRING;
  }

  /// Keeps up with an edit.
  ///
  /// @param text the text after it
  void edited(String text, Edit edit) {
    int kept = from(edit.at() - LOOKAHEAD - 1);
    int tail = kept;
    while (tail < count && starts[tail] < edit.end()) {
      tail++;
    }
    int[] tailStarts = Arrays.copyOfRange(starts, tail, count);
    int[] tailEnds = Arrays.copyOfRange(ends, tail, count);
    Look[] tailLooks = Arrays.copyOfRange(looks, tail, count);
    int from = kept == 0 ? 0 : ends[kept - 1];
    int piece = PIECE;
    while (true) {
      count = kept;
      int to = Math.min(text.length(), Math.max(from, edit.endAfter()) + piece);
      append(text, from, to);
      if (to == text.length()) {
        return;
      }
      int old = 0;
      for (int index = kept; index < count && ends[index] + LOOKAHEAD < to; index++) {
        while (old < tailStarts.length && tailStarts[old] + edit.shift() < starts[index]) {
          old++;
        }
        if (old < tailStarts.length
            && starts[index] >= edit.endAfter()
            && tailStarts[old] + edit.shift() == starts[index]) {
          count = index;
          appendTail(tailStarts, tailEnds, tailLooks, old, edit.shift());
          return;
        }
      }
      piece *= 4;
    }
  }

  private void append(String text, int from, int to) {
    for (Token token : Lexer.lex(text.substring(from, to))) {
      if (token.kind() != Token.Kind.END) {
        room(count + 1);
        starts[count] = from + token.span().start();
        ends[count] = from + token.span().end();
        looks[count] = look(token);
        count++;
      }
    }
  }

  private void appendTail(
      int[] tailStarts, int[] tailEnds, Look[] tailLooks, int first, int shift) {
    int more = tailStarts.length - first;
    room(count + more);
    for (int index = 0; index < more; index++) {
      starts[count + index] = tailStarts[first + index] + shift;
      ends[count + index] = tailEnds[first + index] + shift;
    }
    System.arraycopy(tailLooks, first, looks, count, more);
    count += more;
  }

  private void room(int wanted) {
    if (wanted > starts.length) {
      int size = Math.max(wanted, starts.length * 2);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      looks = Arrays.copyOf(looks, size);
    }
  }

  private static Look look(Token token) {
    return switch (token.kind()) {
      case COMMENT -> Look.COMMENT;
      case STRING, OPEN_STRING -> Look.STRING;
      case NUMBER -> Look.NUMBER;
      case KEYWORD -> Look.KEYWORD;
      case WORD -> word(token.text());
      case SIGN ->
          switch (token.text()) {
            case "(", "\\(", "[", "{" -> Look.OPENING;
            case ")", "]", "}" -> Look.CLOSING;
            default -> Look.PLAIN;
          };
      case UNKNOWN, END -> Look.PLAIN;
    };
  }

  private static Look word(String word) {
    if (BUILT_IN.contains(word)) {
      return Look.BUILT_IN;
    }
    return Character.isUpperCase(word.charAt(0)) ? Look.PUBLIC : Look.PLAIN;
  }
}
