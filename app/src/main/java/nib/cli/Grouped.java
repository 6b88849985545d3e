package nib.cli;

/// Numbers for people.
final class Grouped {

  private Grouped() {}

  /// `1,378,928`. `String.format` would take most of a small archive's time.
  static String of(long number) {
    var digits = new StringBuilder(Long.toUnsignedString(number));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }
}
