package nib.engine.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.binary.NameSet;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Who defines a symbol and who needs it, in the order of files and members.
///
/// @param defined for others, weakly or not
/// @param needed from others, weakly or not
/// @param local members that define it for themselves alone
public record SymbolUses(String symbol, List<Use> defined, List<Use> needed, List<Use> local) {

  public SymbolUses {
    defined = List.copyOf(defined);
    needed = List.copyOf(needed);
    local = List.copyOf(local);
  }

  /// One member's entry for the symbol.
  public record Use(Place place, Symbol entry) {}

  public boolean none() {
    return defined.isEmpty() && needed.isEmpty() && local.isEmpty();
  }

  /// Asks every member of the files.
  ///
  /// @return one answer for each symbol, in the order asked, none twice
  /// @throws FailureException when a file is no library, or cannot be read
  public static List<SymbolUses> find(List<Path> files, List<String> symbols, LibraryWatch watch)
      throws FailureException {
    var names = new NameSet(symbols);
    var found = new ArrayList<SymbolUses.Collected>();
    for (int i = 0; i < names.size(); i++) {
      found.add(new Collected());
    }
    for (var file : files) {
      try (var library = OpenLibrary.open(file)) {
        var place = new Place.Of(library);
        library.forEach(
            new SymbolFilter(true, true, true, false),
            member -> new Hits(member, hits(member, names)),
            hits -> {
              watch.saw(library, hits.member());
              hits.found().forEach(hit -> found.get(hit.name()).add(hit, place));
            });
        watch.ended(library);
      }
    }
    var uses = new ArrayList<SymbolUses>();
    for (int i = 0; i < names.size(); i++) {
      var one = found.get(i);
      uses.add(new SymbolUses(names.name(i), one.defined, one.needed, one.local));
    }
    return uses;
  }

  private record Hits(Member member, List<Hit> found) {}

  private record Hit(int name, String member, long offset, Symbol entry) {}

  private static List<Hit> hits(Member member, NameSet names) {
    var hits = new ArrayList<Hit>();
    if (member instanceof Member.Read read) {
      var symbols = read.object().symbols();
      for (int i = 0; i < symbols.size(); i++) {
        int name = symbols.findName(i, (bytes, at, length) -> find(names, bytes, at, length));
        if (name >= 0) {
          var entry = symbols.get(i);
          if (entry.named()) {
            hits.add(new Hit(name, member.name(), member.offset(), entry));
          }
        }
      }
    }
    return hits;
  }

  /// The position of a wanted name, also under the name that `name@@VERSION` defines to linkers.
  private static int find(NameSet names, byte[] bytes, int at, int length) {
    int whole = names.find(bytes, at, length);
    if (whole >= 0) {
      return whole;
    }
    int stem = LinkNames.stem(bytes, at, length);
    return stem == length ? -1 : names.find(bytes, at, stem);
  }

  private static final class Collected {
    final List<Use> defined = new ArrayList<>();
    final List<Use> needed = new ArrayList<>();
    final List<Use> local = new ArrayList<>();

    void add(Hit hit, Place.Of places) {
      var use = new Use(places.place(hit.member(), hit.offset()), hit.entry());
      var list =
          !hit.entry().defined()
              ? needed
              : hit.entry().binding() == Symbol.Binding.LOCAL ? local : defined;
      list.add(use);
    }
  }
}
