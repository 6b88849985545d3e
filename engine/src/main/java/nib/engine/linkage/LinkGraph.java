package nib.engine.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Every symbol that members of some files define for others or need from them, as columns: names
/// as numbers, members as numbers, a byte for the rest. The files are in the order of a linker's
/// command line, and each archive has its index beside it.
///
/// A member that is not read has the symbols that the index knows of it.
public final class LinkGraph {

  /// What is read of members: a link sees no local symbols.
  static final SymbolFilter GLOBALS = new SymbolFilter(true, true, false, false);

  /// One of the files: its members, and its index's entries, from a number up to another.
  record Input(Path file, boolean archive, int from, int to, int firstEntry, int endEntry) {}

  private final LinkNames names = new LinkNames();
  private final List<Input> inputs = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Ints memberStarts = new Ints();
  private final Ints symbolNames = new Ints();
  private final Bytes symbolTraits = new Bytes();
  private final Ints entryNames = new Ints();
  private final Ints entryMembers = new Ints();

  /// What members that define the symbols of entries say about them.
  private final Bytes entryTraits = new Bytes();

  private final List<IndexReport> reports = new ArrayList<>();

  /// Reads the files.
  ///
  /// @throws FailureException when one is no library, or cannot be read
  public static LinkGraph read(List<Path> files, LibraryWatch watch) throws FailureException {
    var graph = new LinkGraph();
    for (var file : files) {
      try (var library = OpenLibrary.open(file)) {
        if (library.kind() == Library.Kind.FAT_FILE) {
          throw new FailureException(
              file + " is for several architectures, and a link is for one",
              "take one out: llvm-lipo -thin ARCHITECTURE -output ONE " + file);
        }
        graph.add(library, member -> watch.saw(library, member));
        watch.ended(library);
      }
    }
    return graph;
  }

  private void add(OpenLibrary library, Consumer<Member> listener) throws FailureException {
    int from = places.size();
    int firstEntry = entryNames.size();
    var place = new Place.Of(library);
    for (var member : library.contents()) {
      places.add(place.place(member));
    }
    var index = new IndexCheck(library, new Entries(from, firstEntry));
    index.forEach(
        GLOBALS,
        (member, number) -> {
          listener.accept(member);
          memberStarts.add(symbolNames.size());
          if (member instanceof Member.Read read) {
            add(read.object().symbols());
          } else {
            for (int entry : index.entriesOf(number)) {
              addSymbol(entryNames.get(firstEntry + entry), Traits.FROM_INDEX);
            }
          }
        });
    if (library.kind() == Library.Kind.ARCHIVE && !index.present()) {
      addEntriesOfMembers(from);
    }
    inputs.add(
        new Input(
            library.file(),
            library.kind() == Library.Kind.ARCHIVE,
            from,
            places.size(),
            firstEntry,
            entryNames.size()));
    reports.add(index.report());
  }

  /// Takes an index's entries, and what members say about their symbols.
  private final class Entries implements IndexCheck.Listener {

    private final int firstMember;
    private final int firstEntry;

    Entries(int firstMember, int firstEntry) {
      this.firstMember = firstMember;
      this.firstEntry = firstEntry;
    }

    @Override
    public void entry(byte[] bytes, int at, int length, int member) {
      addEntry(names.number(bytes, at, length), member < 0 ? member : firstMember + member);
    }

    /// The member at hand is the one that was added last.
    @Override
    public void stands(int entry, int symbol) {
      int first = memberStarts.get(memberStarts.size() - 1);
      entryTraits.set(firstEntry + entry, symbolTraits.get(first + symbol));
    }
  }

  private void add(SymbolTable symbols) {
    for (int i = 0; i < symbols.size(); i++) {
      if (symbols.binding(i) != Binding.LOCAL) {
        addSymbol(symbols.findName(i, names::number), Traits.of(symbols, i));
      }
    }
  }

  private void addSymbol(int name, byte traits) {
    symbolNames.add(name);
    symbolTraits.add(traits);
  }

  /// What `ranlib` would write for an archive that has no index.
  private void addEntriesOfMembers(int from) {
    for (int member = from; member < places.size(); member++) {
      for (int symbol = firstSymbol(member); symbol < endSymbol(member); symbol++) {
        if (Traits.defined(traits(symbol))) {
          entryTraits.add(traits(symbol));
          addEntry(symbolNames.get(symbol), member);
        }
      }
    }
  }

  private void addEntry(int name, int member) {
    entryNames.add(name);
    entryMembers.add(member);
    entryTraits.fill(entryNames.size(), Traits.FROM_INDEX);
  }

  LinkNames names() {
    return names;
  }

  List<Input> inputs() {
    return inputs;
  }

  /// The indexes of the files, held against their members.
  public List<IndexReport> indexes() {
    return List.copyOf(reports);
  }

  public int memberCount() {
    return places.size();
  }

  Place place(int member) {
    return places.get(member);
  }

  int entryCount() {
    return entryNames.size();
  }

  int entryName(int entry) {
    return entryNames.get(entry);
  }

  /// The member that an entry leads to, or -1.
  int entryMember(int entry) {
    return entryMembers.get(entry);
  }

  byte entryTraits(int entry) {
    return entryTraits.get(entry);
  }

  int firstSymbol(int member) {
    return memberStarts.get(member);
  }

  int endSymbol(int member) {
    return member + 1 < memberStarts.size() ? memberStarts.get(member + 1) : symbolNames.size();
  }

  int symbolName(int symbol) {
    return symbolNames.get(symbol);
  }

  byte traits(int symbol) {
    return symbolTraits.get(symbol);
  }

  /// Bytes in an array that grows.
  private static final class Bytes {

    private byte[] bytes = new byte[64];
    private int size;

    byte get(int index) {
      return bytes[index];
    }

    void set(int index, byte value) {
      bytes[index] = value;
    }

    void add(byte value) {
      if (size == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, Math.addExact(size, size >> 1));
      }
      bytes[size++] = value;
    }

    void fill(int wanted, byte value) {
      while (size < wanted) {
        add(value);
      }
    }
  }
}
