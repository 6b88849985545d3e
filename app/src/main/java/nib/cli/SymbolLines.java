package nib.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nib.engine.binary.RawText;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.symbols.ByteText;

/// What a listing of symbols for people consists of: lines above members, and a line for each
/// symbol. All but a few bytes of it are names, which go in as the file has them.
final class SymbolLines {

  /// How wide words are, but for a few.
  private static final int COLUMN = 11;

  /// How wide sizes are.
  private static final int SIZE = 8;

  private static final Map<Binding, byte[]> BINDINGS = columns(Binding.class);
  private static final Map<Kind, byte[]> KINDS = columns(Kind.class);
  private static final byte[] UNDEFINED = column("undefined");

  private static final byte[] BYTES = RawText.encode(" bytes, ");
  private static final byte[] SYMBOL = RawText.encode(" symbol");

  private final Console.Paint bold;
  private final Console.Paint dim;

  SymbolLines(Console console) {
    this.bold = console.bold();
    this.dim = console.dim();
  }

  /// The first line for a file with members.
  static String title(Console console, Path file, String kind, int members) {
    String count = Packages.count(members, "member", "members");
    return console.bold(file.toString()) + ": " + kind + ", " + count;
  }

  /// Begins the line above a member's symbols; its name comes next.
  void beginName(ByteText text) {
    text.add('\n').add(bold.before());
  }

  void endName(ByteText text) {
    text.add(bold.after()).add(' ').add(' ');
  }

  /// The rest of that line.
  ///
  /// @param size in bytes
  /// @param count how many symbols there are
  void contents(ByteText text, byte[] format, long size, int count) {
    text.add(dim.before()).add(format).add(',').add(' ');
    text.grouped(size, 0).add(BYTES).grouped(count, 0).add(SYMBOL);
    if (count != 1) {
      text.add('s');
    }
    text.add(dim.after()).add('\n');
  }

  /// The line of a symbol up to its name.
  static void row(ByteText text, char letter, Binding binding, Kind kind) {
    row(text, letter, binding, Objects.requireNonNull(KINDS.get(kind)));
  }

  /// The same of a symbol that other objects have to define.
  static void undefined(ByteText text, char letter, Binding binding) {
    row(text, letter, binding, UNDEFINED);
  }

  private static void row(ByteText text, char letter, Binding binding, byte[] kind) {
    text.add(' ').add(' ').add(letter).add(' ').add(' ');
    text.add(Objects.requireNonNull(BINDINGS.get(binding))).add(kind);
  }

  /// The column of sizes in bytes, empty for 0, and what stands between it and the name.
  static void size(ByteText text, long size) {
    if (size == 0) {
      text.blanks(SIZE + 2);
    } else {
      text.grouped(size, SIZE).add(' ').add(' ');
    }
  }

  private static <E extends Enum<E>> Map<E, byte[]> columns(Class<E> values) {
    var columns = new EnumMap<E, byte[]>(values);
    for (var value : values.getEnumConstants()) {
      columns.put(value, column(word(value)));
    }
    return columns;
  }

  private static byte[] column(String word) {
    var column = new StringBuilder(word);
    while (column.length() < COLUMN) {
      column.append(' ');
    }
    return RawText.encode(column.toString());
  }

  /// The value as one word.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
