package nib.engine.objectfile;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import nib.engine.binary.NameTable;
import nib.engine.binary.RawText;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;

/// The symbols of one object file as columns: about 40 bytes each beside the bytes of the names, so
/// that a million of them fit where a million [Symbol]s would not. As a list it makes a [Symbol]
/// for each question.
///
/// Nothing in it changes, and any thread may ask.
public final class SymbolTable extends AbstractList<Symbol> implements RandomAccess {

  /// Section number of symbols that stand in none.
  public static final int NO_SECTION = -1;

  private static final Kind[] KINDS = Kind.values();
  private static final Binding[] BINDINGS = Binding.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();
  private static final Definition[] DEFINITIONS = Definition.values();

  private final int count;
  private final int intermediate;
  private final byte[] names;
  private final int[] nameAt;
  private final int[] nameLength;
  private final int[] traits;
  private final int[] section;
  private final long[] value;
  private final long[] size;
  private final SectionNames sections;
  private final Map<Integer, String> targets;
  private final Map<Integer, FunctionType> types;

  /// What the sections are called that the symbols' numbers stand for.
  @FunctionalInterface
  public interface SectionNames {
    String of(int section);
  }

  private SymbolTable(Builder builder) {
    this.count = builder.count;
    this.intermediate = builder.intermediate;
    this.names = builder.names;
    this.nameAt = builder.nameAt;
    this.nameLength = builder.nameLength;
    this.traits = builder.traits;
    this.section = builder.section;
    this.value = builder.value;
    this.size = builder.size;
    this.sections = builder.sections;
    this.targets = builder.targets.isEmpty() ? Map.of() : Map.copyOf(builder.targets);
    this.types = builder.types.isEmpty() ? Map.of() : Map.copyOf(builder.types);
  }

  /// A table without symbols.
  public static SymbolTable empty() {
    return new Builder(new byte[0], 0, _ -> "").build();
  }

  /// A table of symbols that are at hand.
  public static SymbolTable of(List<Symbol> symbols) {
    if (symbols instanceof SymbolTable table) {
      return table;
    }
    var texts = symbols.stream().map(Symbol::name).map(RawText::encode).toList();
    var all = new byte[texts.stream().mapToInt(text -> text.length).sum()];
    var sections = symbols.stream().map(Symbol::section).toList();
    var builder = new Builder(all, symbols.size(), sections::get);
    int at = 0;
    for (int i = 0; i < symbols.size(); i++) {
      var symbol = symbols.get(i);
      byte[] name = texts.get(i);
      System.arraycopy(name, 0, all, at, name.length);
      builder
          .named(at, name.length)
          .is(symbol.kind(), symbol.binding(), symbol.visibility(), symbol.definition())
          .in(symbol.section().isEmpty() ? NO_SECTION : i, symbol.comdat())
          .add(symbol.value(), symbol.size(), symbol.letter());
      at += name.length;
    }
    return builder.build();
  }

  /// Some of the symbols with their own names, apart from the rest.
  ///
  /// @param rows which ones, ascending
  public SymbolTable only(int... rows) {
    int length = 0;
    for (int row : rows) {
      length += nameLength[row];
    }
    var some = new Builder(new byte[length], rows.length, sections);
    int at = 0;
    for (int row : rows) {
      some.nameAt[some.count] = at;
      some.nameLength[some.count] = nameLength[row];
      at = copyName(row, some.names, at);
      some.traits[some.count] = traits[row];
      some.section[some.count] = section[row];
      some.value[some.count] = value[row];
      some.size[some.count] = size[row];
      standsFor(row).ifPresent(some::standsFor);
      functionType(row).ifPresent(some::callsAs);
      some.count++;
      if (row < intermediate) {
        some.intermediate();
      }
    }
    return some.build();
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public Symbol get(int index) {
    return new Symbol(
        name(index),
        kind(index),
        binding(index),
        visibility(index),
        definition(index),
        section(index),
        value(index),
        sizeOf(index),
        letter(index),
        comdat(index));
  }

  /// The symbol's name as [RawText] has it.
  public String name(int index) {
    return RawText.decode(names, nameAt[index], nameLength[index]);
  }

  /// The first bytes of the name, a character each.
  public String nameStart(int index, int most) {
    int length = Math.min(most, nameLength[index]);
    return new String(names, nameAt[index], length, StandardCharsets.ISO_8859_1);
  }

  /// The first eight bytes of the name as one number, the first byte highest, and zeros where the
  /// name is shorter. Names are in the order of these numbers, taken without a sign, where those
  /// differ.
  public long nameStart(int index) {
    int at = nameAt[index];
    int end = at + Math.min(Long.BYTES, nameLength[index]);
    long start = 0;
    for (int i = at; i < end; i++) {
      start = start << 8 | (names[i] & 0xff);
    }
    return end == at ? 0 : start << (8 * (Long.BYTES - (end - at)));
  }

  public int nameLength(int index) {
    return nameLength[index];
  }

  /// The bytes of all names together.
  public long namesLength() {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += nameLength[i];
    }
    return sum;
  }

  /// Copies the name's bytes to `into` and says where they end there.
  public int copyName(int index, byte[] into, int at) {
    System.arraycopy(names, nameAt[index], into, at, nameLength[index]);
    return at + nameLength[index];
  }

  /// Whether the name has these bytes.
  public boolean named(int index, byte[] name) {
    int at = nameAt[index];
    return nameLength[index] == name.length
        && Arrays.equals(names, at, at + name.length, name, 0, name.length);
  }

  /// Looks for names; what it says is handed on.
  @FunctionalInterface
  public interface NameFinder {
    int find(byte[] bytes, int at, int length);
  }

  /// What `finder` says of the symbol's name, whose bytes it may not write to.
  public int findName(int index, NameFinder finder) {
    return finder.find(names, nameAt[index], nameLength[index]);
  }

  /// The symbol's name as bytes.
  public NameTable.Piece namePiece(int index) {
    return new NameTable.Piece(names, nameAt[index], nameLength[index]);
  }

  /// The order of two names' bytes, in which tools sort.
  public int compareNames(int one, int other) {
    return Arrays.compareUnsigned(
        names,
        nameAt[one],
        nameAt[one] + nameLength[one],
        names,
        nameAt[other],
        nameAt[other] + nameLength[other]);
  }

  public char letter(int index) {
    return (char) (traits[index] & SymbolTraits.LETTER);
  }

  public Kind kind(int index) {
    return KINDS[traits[index] >>> SymbolTraits.KIND & 0xf];
  }

  public Binding binding(int index) {
    return BINDINGS[traits[index] >>> SymbolTraits.BINDING & 0xf];
  }

  public Visibility visibility(int index) {
    return VISIBILITIES[traits[index] >>> SymbolTraits.VISIBILITY & 0xf];
  }

  public Definition definition(int index) {
    return DEFINITIONS[traits[index] >>> SymbolTraits.DEFINITION & 0xf];
  }

  public boolean comdat(int index) {
    return (traits[index] & SymbolTraits.COMDAT) != 0;
  }

  /// The number of the section that the symbol is defined in, in the file's own counting, or
  /// [#NO_SECTION].
  public int sectionNumber(int index) {
    return section[index];
  }

  /// The name of the section that the symbol is defined in, otherwise empty.
  public String section(int index) {
    return section[index] == NO_SECTION ? "" : sections.of(section[index]);
  }

  public long value(int index) {
    return value[index];
  }

  /// The symbol's own size in bytes.
  public long sizeOf(int index) {
    return size[index];
  }

  /// How many of the first symbols are those that intermediate code will have once it is compiled.
  public int intermediate() {
    return intermediate;
  }

  /// The name that an indirect symbol of Mach-O is another name of.
  public Optional<String> standsFor(int index) {
    return Optional.ofNullable(targets.get(index));
  }

  /// What a function of WebAssembly takes and gives; empty for all else.
  public Optional<FunctionType> functionType(int index) {
    return Optional.ofNullable(types.get(index));
  }

  /// Collects a table: `named`, `is`, `in` and `add` for each symbol in turn.
  public static final class Builder {

    private final byte[] names;
    private final SectionNames sections;
    private final Map<Integer, String> targets = new HashMap<>();
    private final Map<Integer, FunctionType> types = new HashMap<>();
    private int count;
    private int intermediate;
    private int[] nameAt;
    private int[] nameLength;
    private int[] traits;
    private int[] section;
    private long[] value;
    private long[] size;

    /// A builder without symbols.
    ///
    /// @param names the bytes that names are parts of; nobody may write to them once the table is
    ///   built
    /// @param expected how many symbols there will be, for room
    public Builder(byte[] names, int expected, SectionNames sections) {
      this.names = names;
      this.sections = sections;
      nameAt = new int[expected];
      nameLength = new int[expected];
      traits = new int[expected];
      section = new int[expected];
      value = new long[expected];
      size = new long[expected];
    }

    /// Begins a symbol whose name is `length` bytes from `at` on.
    public Builder named(int at, int length) {
      if (count == nameAt.length) {
        grow();
      }
      nameAt[count] = at;
      nameLength[count] = length;
      return this;
    }

    private void grow() {
      int room = Math.max(16, count + (count >> 1));
      nameAt = Arrays.copyOf(nameAt, room);
      nameLength = Arrays.copyOf(nameLength, room);
      traits = Arrays.copyOf(traits, room);
      section = Arrays.copyOf(section, room);
      value = Arrays.copyOf(value, room);
      size = Arrays.copyOf(size, room);
    }

    public Builder is(Kind kind, Binding binding, Visibility visibility, Definition definition) {
      return is(SymbolTraits.of(kind, binding, visibility, definition));
    }

    /// The same, made before by [SymbolTraits#of].
    public Builder is(int known) {
      traits[count] = known;
      return this;
    }

    /// Says where the symbol stands.
    ///
    /// @param number the section's number, or [SymbolTable#NO_SECTION]
    public Builder in(int number, boolean comdat) {
      section[count] = number;
      if (comdat) {
        traits[count] |= SymbolTraits.COMDAT;
      }
      return this;
    }

    /// Says that the symbols so far are those of intermediate code.
    public void intermediate() {
      intermediate = count;
    }

    /// Says whose other name the symbol is.
    public void standsFor(String target) {
      targets.put(count, target);
    }

    /// Says what the function that the symbol stands for takes and gives.
    public void callsAs(FunctionType type) {
      types.put(count, type);
    }

    /// Adds a symbol in one call, for readers of millions: the same as `named`, `is`, `in` and
    /// [#add(long, long, char)].
    ///
    /// @param known made before by [SymbolTraits#of]
    public void add(
        int nameAt, int nameLength, int known, int section, long value, long size, char letter) {
      int row = count;
      if (row == this.nameAt.length) {
        grow();
      }
      this.nameAt[row] = nameAt;
      this.nameLength[row] = nameLength;
      this.traits[row] = known | (letter & SymbolTraits.LETTER);
      this.section[row] = section;
      this.value[row] = value;
      this.size[row] = size;
      count = row + 1;
    }

    /// Ends the symbol.
    public void add(long value, long size, char letter) {
      this.value[count] = value;
      this.size[count] = size;
      traits[count] |= letter & SymbolTraits.LETTER;
      count++;
    }

    public SymbolTable build() {
      return new SymbolTable(this);
    }
  }
}
