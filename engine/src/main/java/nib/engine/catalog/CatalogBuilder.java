package nib.engine.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nib.engine.binary.NameTable;
import nib.engine.catalog.CatalogMember.Contents;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.NmMarks;

/// Collects a [SymbolCatalog] member by member. For one thread.
public final class CatalogBuilder {

  /// `.text.unlikely.` and the like; a longer one is made once for its section and not for each
  /// symbol.
  private static final int LONGEST_PREFIX = 64;

  final List<CatalogMember> members = new ArrayList<>();
  final List<SymbolCatalog.Damage> damages = new ArrayList<>();
  final NameTable.Builder names = new NameTable.Builder();
  final NameTable.Builder sections = new NameTable.Builder();
  final UnaryOperator<String> demangler;

  /// What tells catalogs of one reading from others, without keeping the builder.
  final Object reading = new Object();

  int[] name = new int[1 << 10];
  int[] traits = new int[1 << 10];
  int[] section = new int[1 << 10];
  long[] size = new long[1 << 10];
  int count;

  private final Map<String, Integer> occurrences = new HashMap<>();
  private Path file = Path.of("");
  private int expected;

  /// A builder without members.
  ///
  /// @param demangler makes names readable; any thread may ask it
  public CatalogBuilder(UnaryOperator<String> demangler) {
    this.demangler = demangler;
  }

  /// Takes in a library that was read already.
  public void add(Library library) {
    begin(library.file(), library.members().size());
    library.members().forEach(member -> add(member, library.nameOf(member)));
    library.damage().ifPresent(this::damaged);
  }

  /// Begins a library.
  void begin(Path library, int memberCount) {
    file = library;
    expected += memberCount;
    occurrences.clear();
  }

  void damaged(Library.Damage damage) {
    damages.add(new SymbolCatalog.Damage(file, damage.at(), damage.what()));
  }

  /// Takes in the library's next member.
  ///
  /// @param shown `libfoo.a(bar.o)`
  void add(Member member, String shown) {
    int firstRow = count;
    int defined = 0;
    var totals = List.<nib.engine.objectfile.SectionTotal>of();
    var contents =
        switch (member) {
          case Member.Read(_, _, _, var object) -> {
            defined = addAll(object);
            totals = object.sections();
            yield new Contents.Opened(object.format(), object.machine());
          }
          case Member.Unopened(_, _, _, var format) -> new Contents.Unopened(format);
          case Member.Unreadable(_, _, _, var at, var what) -> new Contents.Damaged(at, what);
        };
    members.add(
        new CatalogMember(
            file,
            member.name(),
            occurrences.merge(member.name(), 1, Integer::sum),
            shown,
            member.offset(),
            member.size(),
            contents,
            firstRow,
            defined,
            count - firstRow - defined,
            totals));
  }

  private int addAll(ObjectFile object) {
    var table = object.symbols();
    var marks = new NmMarks(object);
    var known = new HashMap<Integer, Integer>();
    int defined = 0;
    for (int i = 0; i < table.size(); i++) {
      var kind = table.kind(i);
      if (kind == Kind.SECTION || kind == Kind.FILE || marks.hides(i)) {
        continue;
      }
      if (count == name.length) {
        grow();
      }
      name[count] = table.findName(i, names::number);
      traits[count] = Traits.of(table, i);
      section[count] = section(table, i, known);
      size[count] = table.sizeOf(i);
      defined += Traits.defined(traits[count]) ? 1 : 0;
      count++;
    }
    return defined;
  }

  private int section(SymbolTable table, int index, Map<Integer, Integer> known) {
    return switch (table.definition(index)) {
      case UNDEFINED -> sectionNamed("undefined");
      case COMMON -> sectionNamed("common");
      case ABSOLUTE -> sectionNamed("absolute");
      case SECTION -> {
        String own = table.section(index);
        String name = table.name(index);
        int more = own.length() - name.length();
        yield more > 0 && more <= LONGEST_PREFIX && !name.isEmpty() && own.endsWith(name)
            ? sectionNamed(own.substring(0, own.length() - name.length())) | SymbolCatalog.AND_NAME
            : known.computeIfAbsent(table.sectionNumber(index), _ -> sectionNamed(own));
      }
    };
  }

  private int sectionNamed(String words) {
    return sections.number(words) << 1;
  }

  private void grow() {
    int room = count + (count >> 1);
    name = Arrays.copyOf(name, room);
    traits = Arrays.copyOf(traits, room);
    section = Arrays.copyOf(section, room);
    size = Arrays.copyOf(size, room);
  }

  /// What there is so far.
  SymbolCatalog soFar() {
    return new SymbolCatalog(this, new SymbolCatalog.Progress(members.size(), expected));
  }

  /// The catalog, as large as what is in it.
  public SymbolCatalog build() {
    name = Arrays.copyOf(name, count);
    traits = Arrays.copyOf(traits, count);
    section = Arrays.copyOf(section, count);
    size = Arrays.copyOf(size, count);
    return new SymbolCatalog(this, new SymbolCatalog.Progress(members.size(), members.size()));
  }
}
