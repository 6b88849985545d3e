package nib.engine.catalog;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import nib.engine.binary.NameTable;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;

/// The symbols of libraries as rows, numbered from 0 through all members: about 30 bytes each, and
/// each different name once. Symbols that stand for the files' own layout are left out: sections,
/// source files, mapping symbols.
///
/// Nothing in it changes, and any thread may ask. While the libraries are read it comes in larger
/// and larger pieces; a row keeps its number.
public final class SymbolCatalog {

  /// Where a library itself stops making sense.
  ///
  /// @param at offset in the file, in bytes
  public record Damage(Path file, long at, String what) {}

  /// How much of the libraries is in it.
  ///
  /// @param members how many members were read
  /// @param of how many there are, as far as the libraries were opened
  public record Progress(int members, int of) {

    public boolean complete() {
      return members == of;
    }
  }

  /// A compiler makes a section for each function, named `.text.` and the function: where the bit
  /// is set the section's name is what stands in the catalog and the symbol's own name behind it.
  static final int AND_NAME = 1;

  private final List<CatalogMember> members;
  private final List<Damage> damages;
  private final Progress progress;
  private final int[] first;
  private final NameTable names;
  private final int[] name;
  private final int[] traits;
  private final int[] section;
  private final long[] size;
  private final NameTable sections;
  private final int count;
  private final UnaryOperator<String> demangler;
  private final Object reading;

  SymbolCatalog(CatalogBuilder from, Progress progress) {
    this.members = List.copyOf(from.members);
    this.damages = List.copyOf(from.damages);
    this.progress = progress;
    this.first = members.stream().mapToInt(CatalogMember::firstRow).toArray();
    this.names = from.names.soFar();
    this.name = from.name;
    this.traits = from.traits;
    this.section = from.section;
    this.size = from.size;
    this.sections = from.sections.soFar();
    this.count = from.count;
    this.demangler = from.demangler;
    this.reading = from.reading;
  }

  /// A catalog of nothing.
  public static SymbolCatalog empty() {
    return new CatalogBuilder(UnaryOperator.identity()).build();
  }

  /// Whether one is the beginning of the other, so that a row's number means the same in both.
  public boolean sameReading(SymbolCatalog other) {
    return reading.equals(other.reading);
  }

  public List<CatalogMember> members() {
    return members;
  }

  /// What is wrong with the libraries themselves.
  public List<Damage> damages() {
    return damages;
  }

  public Progress progress() {
    return progress;
  }

  /// How many rows there are.
  public int rows() {
    return count;
  }

  public NameTable names() {
    return names;
  }

  /// The number of the row's member in [#members()].
  public int memberNumber(int row) {
    int found = Arrays.binarySearch(first, row);
    if (found < 0) {
      return -found - 2;
    }
    // Of members that begin here the last has the row; those before it have none.
    while (found + 1 < first.length && first[found + 1] == row) {
      found++;
    }
    return found;
  }

  public CatalogMember member(int row) {
    return members.get(memberNumber(row));
  }

  /// The number of the row's name in [#names()].
  public int nameNumber(int row) {
    return name[row];
  }

  /// The name as the file has it.
  public String name(int row) {
    return names.text(name[row]);
  }

  /// The name for people: C++ and Rust names demangled, others as they are.
  public String readable(int row) {
    return demangle(name(row));
  }

  String demangle(String raw) {
    return demangler.apply(raw);
  }

  public Kind kind(int row) {
    return Traits.kind(traits[row]);
  }

  public Binding binding(int row) {
    return Traits.binding(traits[row]);
  }

  public Definition definition(int row) {
    return Traits.definition(traits[row]);
  }

  public boolean defined(int row) {
    return Traits.defined(traits[row]);
  }

  /// Whether a reference from another member can resolve to it.
  public boolean linkable(int row) {
    return Traits.linkable(traits[row]);
  }

  /// Whether a link keeps one of several copies.
  public boolean comdat(int row) {
    return Traits.comdat(traits[row]);
  }

  /// The kind in words: `indirect function`.
  public String kindWords(int row) {
    return Traits.kindWords(Traits.kindNumber(traits[row]));
  }

  /// Binding and visibility in words: `global, hidden`.
  public String bindingWords(int row) {
    return Traits.boundWords(Traits.boundNumber(traits[row]));
  }

  /// The section's name, or `undefined`, `common`, `absolute`.
  public String section(int row) {
    String start = sections.text(sectionNumber(row));
    return sectionHasName(row) ? start + name(row) : start;
  }

  /// In bytes; 0 where the producer did not say.
  public long size(int row) {
    return size[row];
  }

  /// What `nm` prints for it.
  public char letter(int row) {
    return Traits.letter(traits[row]);
  }

  int traits(int row) {
    return traits[row];
  }

  int sectionNumber(int row) {
    return section[row] >> 1;
  }

  /// Whether the section's name goes on with that of the symbol.
  boolean sectionHasName(int row) {
    return (section[row] & AND_NAME) != 0;
  }

  NameTable sections() {
    return sections;
  }

  /// The row after the member's last one.
  int end(int member) {
    return member + 1 < first.length ? first[member + 1] : count;
  }

  int start(int member) {
    return first[member];
  }

  /// The first row of a member that has this name, or -1.
  ///
  /// @param offset of the member's header in its library
  public int find(Path file, long offset, String symbol) {
    int wanted = names.find(symbol);
    if (wanted == NameTable.NONE) {
      return -1;
    }
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      if (member.offset() == offset && member.file().equals(file)) {
        for (int row = start(i); row < end(i); row++) {
          if (name[row] == wanted) {
            return row;
          }
        }
      }
    }
    return -1;
  }
}
