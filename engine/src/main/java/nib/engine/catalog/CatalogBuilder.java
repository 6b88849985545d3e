package nib.engine.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nib.engine.binary.RawText;
import nib.engine.catalog.CatalogMember.Contents;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;

/// Collects a [SymbolCatalog] member by member. For one thread.
public final class CatalogBuilder {

  final List<CatalogMember> members = new ArrayList<>();
  final List<SymbolCatalog.Damage> damages = new ArrayList<>();
  final Names.Builder names = new Names.Builder();
  final Names.Builder sections = new Names.Builder();
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
            defined = addAll(object.symbols());
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

  private int addAll(SymbolTable table) {
    var known = new HashMap<Integer, Integer>();
    int defined = 0;
    for (int i = 0; i < table.size(); i++) {
      var kind = table.kind(i);
      if (kind == Kind.SECTION || kind == Kind.FILE) {
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
        yield own.length() > name.length() && !name.isEmpty() && own.endsWith(name)
            ? sectionNamed(own.substring(0, own.length() - name.length())) | SymbolCatalog.AND_NAME
            : known.computeIfAbsent(table.sectionNumber(index), _ -> sectionNamed(own));
      }
    };
  }

  private int sectionNamed(String words) {
    byte[] bytes = RawText.encode(words);
    return sections.number(bytes, 0, bytes.length) << 1;
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
