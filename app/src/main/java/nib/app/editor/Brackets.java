package nib.app.editor;

import java.util.ArrayDeque;
import java.util.Optional;
import nib.app.editor.TokenTable.Look;
import nib.engine.text.Span;

/// Brackets that belong together. Those in strings and comments are text.
final class Brackets {

  /// A bracket and the one that it belongs to; empty where that is missing.
  record Pair(Span at, Optional<Span> partner) {}

  private final TokenTable tokens;
  private final String text;

  Brackets(TokenTable tokens, String text) {
    this.tokens = tokens;
    this.text = text;
  }

  /// The bracket that a caret touches, the one before it first.
  Optional<Pair> touching(int caret) {
    int behind = tokens.from(caret);
    int before = behind - 1;
    if (before >= 0 && tokens.end(before) == caret && bracket(before)) {
      return Optional.of(pair(before));
    }
    return behind < tokens.count() && tokens.start(behind) <= caret && bracket(behind)
        ? Optional.of(pair(behind))
        : Optional.empty();
  }

  /// The innermost opening bracket that is still open at an offset.
  Optional<Span> openAt(int offset) {
    var closed = new ArrayDeque<Character>();
    for (int index = tokens.from(offset) - 1; index >= 0; index--) {
      if (tokens.end(index) > offset) {
        continue;
      }
      if (tokens.look(index) == Look.CLOSING) {
        closed.push(last(index));
      } else if (tokens.look(index) == Look.OPENING) {
        if (closed.isEmpty()) {
          return Optional.of(span(index));
        }
        closed.pop();
      }
    }
    return Optional.empty();
  }

  private boolean bracket(int index) {
    return tokens.look(index) == Look.OPENING || tokens.look(index) == Look.CLOSING;
  }

  private Pair pair(int index) {
    int step = tokens.look(index) == Look.OPENING ? 1 : -1;
    var deeper = step > 0 ? Look.OPENING : Look.CLOSING;
    var awaited = new ArrayDeque<Character>();
    awaited.push(partner(last(index)));
    for (int at = index + step; at >= 0 && at < tokens.count(); at += step) {
      if (tokens.look(at) == deeper) {
        awaited.push(partner(last(at)));
      } else if (bracket(at)) {
        if (awaited.pop() != last(at)) {
          break;
        }
        if (awaited.isEmpty()) {
          return new Pair(span(index), Optional.of(span(at)));
        }
      }
    }
    return new Pair(span(index), Optional.empty());
  }

  /// The bracket itself, without the backslash of a lambda's.
  private Span span(int index) {
    return new Span(tokens.end(index) - 1, tokens.end(index));
  }

  private char last(int index) {
    return text.charAt(tokens.end(index) - 1);
  }

  private static char partner(char bracket) {
    return switch (bracket) {
      case '(' -> ')';
      case ')' -> '(';
      case '[' -> ']';
      case ']' -> '[';
      case '{' -> '}';
      default -> '{';
    };
  }
}
