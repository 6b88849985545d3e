package nib.engine.linkage;

import nib.engine.binary.NameTable;
import nib.engine.binary.RawText;

/// Gives each name of a link a number, counted from 0 in the order they come.
///
/// A definition of the default version of a symbol, `name@@VERSION`, is a definition of `name` to
/// linkers and so has that name's number here (GNU ld manual, "VERSION Command").
final class LinkNames {

  private static final byte AT = '@';

  private final NameTable.Builder names = new NameTable.Builder();

  int size() {
    return names.size();
  }

  /// The number of a name, which is new or not.
  int number(byte[] from, int at, int length) {
    return names.number(from, at, stem(from, at, length));
  }

  int number(String name) {
    byte[] raw = RawText.encode(name);
    return number(raw, 0, raw.length);
  }

  String name(int number) {
    return names.text(number);
  }

  /// The length of the name without `@@VERSION`.
  static int stem(byte[] from, int at, int length) {
    for (int i = at + 1; i < at + length - 1; i++) {
      if (from[i] == AT && from[i + 1] == AT) {
        return i - at;
      }
    }
    return length;
  }
}
