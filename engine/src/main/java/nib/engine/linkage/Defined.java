package nib.engine.linkage;

import java.util.Arrays;
import nib.engine.binary.NameHash;
import nib.engine.binary.RawText;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Member;

/// A member with the numbers of the names that it defines.
///
/// @param names one for each symbol that is not local; 0 for those that it needs
@SuppressWarnings("ArrayRecordComponent") // nobody compares them as objects
record Defined(Member member, long[] names) {

  static Defined of(Member member) {
    return new Defined(
        member, member instanceof Member.Read read ? names(read.object().symbols()) : new long[0]);
  }

  private static long[] names(SymbolTable symbols) {
    var names = new long[symbols.size()];
    int count = 0;
    for (int row = 0; row < symbols.size(); row++) {
      if (symbols.binding(row) != Binding.LOCAL) {
        boolean defined = symbols.definition(row) != Definition.UNDEFINED;
        names[count++] = defined ? number(symbols, row) : 0;
      }
    }
    return Arrays.copyOf(names, count);
  }

  private static long number(SymbolTable symbols, int row) {
    var name = symbols.namePiece(row);
    return number(name.bytes(), name.at(), name.length());
  }

  /// The number of a name without `@@VERSION`; never 0.
  static long number(byte[] bytes, int at, int length) {
    long number = NameHash.of(bytes, at, LinkNames.stem(bytes, at, length));
    return number == 0 ? 1 : number;
  }

  /// How many symbols are not local.
  int size() {
    return names.length;
  }

  boolean defines(int symbol) {
    return names[symbol] != 0;
  }

  long name(int symbol) {
    return names[symbol];
  }

  /// The name of the symbol of this number among those that are not local.
  static String text(SymbolTable symbols, int symbol) {
    int row = -1;
    for (int left = symbol; left >= 0; left--) {
      do {
        row++;
      } while (symbols.binding(row) == Binding.LOCAL);
    }
    var name = symbols.namePiece(row);
    return RawText.decode(
        name.bytes(), name.at(), LinkNames.stem(name.bytes(), name.at(), name.length()));
  }
}
