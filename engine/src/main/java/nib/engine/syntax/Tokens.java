package nib.engine.syntax;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// The tokens of a text, sixteen bytes each. A [Token] is made when someone asks for one: a text of
/// many megabytes has millions of them, and the parser wants to know little more than which sign it
/// is.
final class Tokens extends AbstractList<Token> implements RandomAccess {

  private final String text;
  private Kind[] kinds = new Kind[64];
  private Sign[] signs = new Sign[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int size;

  Tokens(String text) {
    this.text = text;
  }

  void add(Kind kind, Sign sign, Span span) {
    add(kind, sign, span.start(), span.end());
  }

  void add(Kind kind, Sign sign, int start, int end) {
    if (size == kinds.length) {
      int capacity = size * 2;
      kinds = Arrays.copyOf(kinds, capacity);
      signs = Arrays.copyOf(signs, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    put(size++, kind, sign, start, end);
  }

  private void put(int index, Kind kind, Sign sign, int start, int end) {
    kinds[index] = kind;
    signs[index] = sign;
    starts[index] = start;
    ends[index] = end;
  }

  /// Makes two tokens of the sign, the number and the word that stand at `index` without a blank
  /// between them: `-0`, and a word of all the rest.
  ///
  /// @param words how many tokens the word is made of
  void splitNumber(int index, int words) {
    int zero = starts[index] + 2;
    put(index + 1, Kind.WORD, Sign.NONE, zero, ends[index + words]);
    put(index, Kind.NUMBER, Sign.NONE, starts[index], zero);
    int gone = words - 1;
    if (gone > 0) {
      int from = index + 2 + gone;
      System.arraycopy(kinds, from, kinds, index + 2, size - from);
      System.arraycopy(signs, from, signs, index + 2, size - from);
      System.arraycopy(starts, from, starts, index + 2, size - from);
      System.arraycopy(ends, from, ends, index + 2, size - from);
      size -= gone;
    }
  }

  Kind kind(int index) {
    return kinds[index];
  }

  Sign sign(int index) {
    return signs[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  Span span(int index) {
    return new Span(starts[index], ends[index]);
  }

  String text(int index) {
    Sign sign = sign(index);
    return sign == Sign.NONE ? text.substring(starts[index], ends[index]) : sign.text();
  }

  /// The whole text, of which the tokens are pieces.
  String whole() {
    return text;
  }

  @Override
  public Token get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return new Token(kind(index), text(index), span(index));
  }

  @Override
  public int size() {
    return size;
  }
}
