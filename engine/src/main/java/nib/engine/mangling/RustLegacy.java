package nib.engine.mangling;

import java.util.ArrayList;
import java.util.Optional;

/// Demangles Rust's first scheme: C++'s nested names, with a hash as the last part.
///
/// `_ZN7greeter5greet17h0123456789abcdefE` is `greeter::greet`. What C++ names cannot hold is
/// written in words between dollars (`$LT$` for `<`, `$u20$` for a blank), and `..` is `::`. The
/// hash tells crates of one name apart and nothing to people, so it is left out.
public final class RustLegacy {

  private static final int HASH_LENGTH = 17;

  /// A random hash has this many different digits, a C++ name that looks like one has not.
  private static final int FEWEST_DIGITS = 5;

  private RustLegacy() {}

  /// Demangles a name; empty where it has no hash, which is C++ then.
  public static Optional<Demangled> demangle(String mangled) {
    int start = mangled.startsWith("_ZN") ? 3 : mangled.startsWith("__ZN") ? 4 : 0;
    if (start == 0) {
      return Optional.empty();
    }
    try {
      return path(new Cursor(mangled, start));
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private static Optional<Demangled> path(Cursor cursor) throws NotUnderstood {
    var parts = new ArrayList<String>();
    while (!cursor.take('E')) {
      parts.add(cursor.take(cursor.number()));
    }
    if (parts.size() < 2 || !isHash(parts.removeLast())) {
      return Optional.empty();
    }
    var words = new ArrayList<String>();
    for (var part : parts) {
      words.add(decoded(part));
    }
    String suffix = RustSuffix.read(cursor);
    return Optional.of(
        new Demangled(String.join("::", words) + suffix, Optional.of(base(words.getLast()))));
  }

  private static boolean isHash(String part) {
    return part.length() == HASH_LENGTH
        && part.charAt(0) == 'h'
        && part.chars().skip(1).allMatch(one -> "0123456789abcdef".indexOf(one) >= 0)
        && part.chars().skip(1).distinct().count() >= FEWEST_DIGITS;
  }

  /// `drop_in_place` for `drop_in_place<alloc::string::String>`.
  private static String base(String word) {
    int bracket = word.indexOf('<');
    return bracket > 0 ? word.substring(0, bracket) : word;
  }

  private static String decoded(String part) throws NotUnderstood {
    String rest = part.startsWith("_$") ? part.substring(1) : part;
    var out = new StringBuilder();
    int at = 0;
    while (at < rest.length()) {
      char one = rest.charAt(at);
      if (one == '.') {
        boolean two = rest.startsWith("..", at);
        out.append(two ? "::" : ".");
        at += two ? 2 : 1;
      } else if (one == '$') {
        int end = rest.indexOf('$', at + 1);
        if (end < 0) {
          throw new NotUnderstood();
        }
        out.append(escape(rest.substring(at + 1, end)));
        at = end + 1;
      } else {
        out.append(one);
        at++;
      }
    }
    return out.toString();
  }

  private static String escape(String word) throws NotUnderstood {
    return switch (word) {
      case "SP" -> "@";
      case "BP" -> "*";
      case "RF" -> "&";
      case "LT" -> "<";
      case "GT" -> ">";
      case "LP" -> "(";
      case "RP" -> ")";
      case "C" -> ",";
      default -> codePoint(word);
    };
  }

  private static String codePoint(String word) throws NotUnderstood {
    if (!word.startsWith("u") || word.length() < 2 || word.length() > 7) {
      throw new NotUnderstood();
    }
    int value = 0;
    for (int i = 1; i < word.length(); i++) {
      int digit = Character.digit(word.charAt(i), 16);
      if (digit < 0 || Character.isUpperCase(word.charAt(i))) {
        throw new NotUnderstood();
      }
      value = value * 16 + digit;
    }
    if (!Character.isValidCodePoint(value)
        || Character.isISOControl(value)
        || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
      throw new NotUnderstood();
    }
    return Character.toString(value);
  }
}
