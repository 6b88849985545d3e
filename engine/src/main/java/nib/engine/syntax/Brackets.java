package nib.engine.syntax;

import java.util.Arrays;
import java.util.EnumMap;

/// Which bracket closes which, for getting out of broken text: one pass over all tokens, made when
/// the first mistake asks for it.
///
/// A closing bracket belongs to the nearest open one of its kind. Those of other kinds that were
/// opened in between are never closed; one that finds none is stray.
final class Brackets {

  static final int NONE = -1;

  private final int[] partners;

  Brackets(Tokens tokens) {
    partners = new int[tokens.size()];
    Arrays.fill(partners, NONE);
    var open = new int[16];
    var counts = new EnumMap<Sign, Integer>(Sign.class);
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Sign sign = tokens.sign(i);
      if (sign.opens()) {
        open = depth == open.length ? Arrays.copyOf(open, depth * 2) : open;
        open[depth++] = i;
        counts.merge(sign.closing(), 1, Integer::sum);
      } else if (sign.closes() && counts.getOrDefault(sign, 0) > 0) {
        Sign closed;
        do {
          closed = tokens.sign(open[--depth]).closing();
          counts.merge(closed, -1, Integer::sum);
        } while (closed != sign);
        partners[i] = open[depth];
        partners[open[depth]] = i;
      }
    }
  }

  /// The bracket that closes, or opens, this one; `NONE` where there is none.
  int partner(int index) {
    return partners[index];
  }
}
