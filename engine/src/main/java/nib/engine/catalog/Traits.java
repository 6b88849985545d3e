package nib.engine.catalog;

import java.util.Arrays;
import java.util.Locale;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolTable;

/// The few words that a symbol has, in 32 bits, and what people call them.
final class Traits {

  private static final Kind[] KINDS = Kind.values();
  private static final Binding[] BINDINGS = Binding.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();
  private static final Definition[] DEFINITIONS = Definition.values();

  private static final int KIND = 8;
  private static final int BOUND = 12;
  private static final int DEFINITION = 20;
  private static final int COMDAT = 24;

  /// How many combinations of binding and visibility there are.
  static final int BOUNDS = 16;

  private static final String[] KIND_WORDS =
      Arrays.stream(KINDS).map(kind -> words(kind.name())).toArray(String[]::new);

  private static final String[] BOUND_WORDS = new String[BOUNDS];

  static {
    for (int i = 0; i < BOUNDS; i++) {
      var visibility = VISIBILITIES[i >> 2];
      String binding = words(BINDINGS[i & 3].name());
      BOUND_WORDS[i] =
          visibility == Visibility.DEFAULT ? binding : binding + ", " + words(visibility.name());
    }
  }

  private Traits() {}

  @SuppressWarnings("EnumOrdinal") // within this file alone: the arrays above turn it back
  static int of(SymbolTable table, int index) {
    return table.letter(index)
        | table.kind(index).ordinal() << KIND
        | (table.binding(index).ordinal() | table.visibility(index).ordinal() << 2) << BOUND
        | table.definition(index).ordinal() << DEFINITION
        | (table.comdat(index) ? 1 : 0) << COMDAT;
  }

  /// Whether two symbols are the same to people; in how many members a linker would find it is no
  /// part of that.
  static boolean same(int one, int other) {
    return ((one ^ other) & ~(1 << COMDAT)) == 0;
  }

  static char letter(int traits) {
    return (char) (traits & 0xff);
  }

  /// A number for each kind, by which [#kindWords(int)] knows it.
  static int kindNumber(int traits) {
    return traits >>> KIND & 0xf;
  }

  static Kind kind(int traits) {
    return KINDS[kindNumber(traits)];
  }

  static Binding binding(int traits) {
    return BINDINGS[traits >>> BOUND & 3];
  }

  /// A number for each combination of binding and visibility.
  static int boundNumber(int traits) {
    return traits >>> BOUND & 0xf;
  }

  static Definition definition(int traits) {
    return DEFINITIONS[traits >>> DEFINITION & 0xf];
  }

  static boolean defined(int traits) {
    return definition(traits) != Definition.UNDEFINED;
  }

  /// Whether a reference from another member can resolve to it.
  static boolean linkable(int traits) {
    return defined(traits) && binding(traits) != Binding.LOCAL;
  }

  static boolean comdat(int traits) {
    return (traits >>> COMDAT & 1) != 0;
  }

  static String kindWords(int kindNumber) {
    return KIND_WORDS[kindNumber];
  }

  static int kinds() {
    return KIND_WORDS.length;
  }

  /// `global`, `weak, hidden`.
  static String boundWords(int boundNumber) {
    return BOUND_WORDS[boundNumber];
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
