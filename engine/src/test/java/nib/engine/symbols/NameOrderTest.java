package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nib.engine.binary.RawText;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolTable;
import org.junit.jupiter.api.Test;

final class NameOrderTest {

  private static final Comparator<Symbol> BY_NAME_SIZE_AND_VALUE =
      Comparator.comparing(Symbol::name, RawText.BY_BYTES)
          .thenComparing(Symbol::size, Long::compareUnsigned)
          .thenComparing(Symbol::value, Long::compareUnsigned);

  @Test
  void sortsByTheBytesOfNamesThenSizeThenValue() {
    var random = new Random(11);
    for (int round = 0; round < 300; round++) {
      var symbols = new ArrayList<Symbol>();
      for (int count = random.nextInt(60); count > 0; count--) {
        symbols.add(symbol(random));
      }
      var table = SymbolTable.of(symbols);
      var object = new ObjectFile(ObjectFormat.ELF64, "x86-64", 62, List.of(), table);
      int[] expected =
          IntStream.range(0, symbols.size())
              .filter(row -> symbols.get(row).kind() != Kind.FILE)
              .boxed()
              .sorted(Comparator.comparing(symbols::get, BY_NAME_SIZE_AND_VALUE))
              .mapToInt(Integer::intValue)
              .toArray();
      assertArrayEquals(expected, SymbolOrder.of(table, new NmMarks(object)));
    }
  }

  /// Names that differ behind the eighth byte, that end early, and that are no ASCII.
  private static Symbol symbol(Random random) {
    var name = new StringBuilder(List.of("", "same_start", "ab").get(random.nextInt(3)));
    for (int length = random.nextInt(4); length > 0; length--) {
      name.append(List.of("a", "b", "~", "ü", "\udcff").get(random.nextInt(5)));
    }
    return new Symbol(
        name.toString(),
        random.nextInt(9) == 0 ? Kind.FILE : Kind.FUNCTION,
        Binding.GLOBAL,
        Visibility.DEFAULT,
        Definition.SECTION,
        ".text",
        random.nextInt(2) * -1L,
        random.nextInt(2) * -1L,
        'T',
        false);
  }
}
