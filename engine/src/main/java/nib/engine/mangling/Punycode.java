package nib.engine.mangling;

import java.util.ArrayList;

/// Identifiers beyond ASCII as Rust mangles them: Punycode (RFC 3492) with `_` for its hyphen.
final class Punycode {

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private Punycode() {}

  static String decode(String encoded) throws NotUnderstood {
    int separator = encoded.lastIndexOf('_');
    var points = new ArrayList<Integer>();
    encoded.substring(0, Math.max(0, separator)).chars().forEach(points::add);
    long point = INITIAL_N;
    long position = 0;
    int bias = INITIAL_BIAS;
    int at = separator + 1;
    while (at < encoded.length()) {
      long before = position;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        if (at == encoded.length()) {
          throw new NotUnderstood();
        }
        int digit = digit(encoded.charAt(at++));
        position += digit * weight;
        int threshold = Math.clamp((long) k - bias, T_MIN, T_MAX);
        if (position > Integer.MAX_VALUE) {
          throw new NotUnderstood();
        }
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
      }
      int count = points.size() + 1;
      bias = adapted(position - before, count, before == 0);
      point += position / count;
      position %= count;
      if (!Character.isValidCodePoint((int) Math.min(point, Integer.MAX_VALUE))) {
        throw new NotUnderstood();
      }
      points.add((int) position++, (int) point);
    }
    var text = new StringBuilder();
    points.forEach(text::appendCodePoint);
    return text.toString();
  }

  private static int digit(char one) throws NotUnderstood {
    if (one >= 'a' && one <= 'z') {
      return one - 'a';
    }
    if (one >= '0' && one <= '9') {
      return one - '0' + 26;
    }
    throw new NotUnderstood();
  }

  private static int adapted(long delta, int count, boolean first) {
    long rest = first ? delta / DAMP : delta / 2;
    rest += rest / count;
    int k = 0;
    while (rest > (BASE - T_MIN) * T_MAX / 2) {
      rest /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
  }
}
