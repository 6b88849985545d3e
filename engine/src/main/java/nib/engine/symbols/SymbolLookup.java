package nib.engine.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nib.engine.archive.ArchiveIndex;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.NameSet;
import nib.engine.binary.RawText;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;
import org.jspecify.annotations.Nullable;

/// Which of some names a library defines, where and how.
///
/// An archive's index says where, and only the members it names are opened: of an archive of a
/// gigabyte a few megabytes are read. The index is checked, not trusted. Where a member does not
/// define what the index says, and where a name is not in it at all, every member is asked.
public final class SymbolLookup {

  /// What became of a name.
  public sealed interface Answer {

    String name();

    /// The first definition, the one that a link takes.
    ///
    /// @param member where it is; its table holds the wanted symbols and nothing else
    /// @param more how many more definitions there are in other members
    record Defined(String name, Member.Read member, Symbol symbol, int more) implements Answer {}

    record NotDefined(String name) implements Answer {}
  }

  /// What a lookup found.
  ///
  /// @param answers one for each name, in the order asked
  /// @param remarks what is wrong with the index or with members, in sentences
  public record Result(List<Answer> answers, List<String> remarks) {

    public Result {
      answers = List.copyOf(answers);
      remarks = List.copyOf(remarks);
    }
  }

  private static final int MOST_REMARKS = 20;

  private final LibraryFile library;
  private final NameSet wanted;

  private IndexSearch indexed;

  /// For each name that the index did not lead to, how many members define it.
  private final int[] count;

  private final Answer.@Nullable Defined[] found;
  private final List<String> remarks = new ArrayList<>();

  private SymbolLookup(LibraryFile library, Collection<String> names) {
    this.library = library;
    this.wanted = new NameSet(names);
    this.indexed = IndexSearch.nothing(wanted);
    this.count = new int[wanted.size()];
    this.found = new Answer.Defined[wanted.size()];
  }

  /// Looks the names up; safe to call from any number of threads.
  ///
  /// @throws FailureException when the file is no library, or cannot be read
  public static Result find(Path file, Collection<String> names) throws FailureException {
    try (var library = LibraryFile.open(file)) {
      return new SymbolLookup(library, names).result();
    }
  }

  private Result result() throws FailureException {
    library.reading(() -> {
      askTheIndex();
      return library;
    });
    if (Arrays.asList(found).contains(null)) {
      askEveryMember();
    }
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < found.length; i++) {
      var definition = found[i];
      answers.add(definition == null ? new Answer.NotDefined(wanted.name(i)) : definition);
    }
    return new Result(answers, remarks);
  }

  private void askTheIndex() {
    try {
      if (!ArchiveReader.isArchive(library.view())) {
        return;
      }
      var finder = new ArchiveReader.Finder(library.view());
      if (finder.index().isPresent()) {
        var index = finder.index().get();
        indexed = IndexSearch.of(index, wanted);
        openMembers(index);
      }
    } catch (MalformedFileException e) {
      remark("the index of %s is damaged %s".formatted(library.path(), e.getMessage()));
    }
  }

  /// Opens each member that the index names for a wanted name, once.
  private void openMembers(ArchiveIndex index) throws MalformedFileException {
    var offsets = new long[wanted.size()];
    for (int i = 0; i < offsets.length; i++) {
      long entry = indexed.first(i);
      offsets[i] = entry == IndexSearch.NOWHERE ? -1 : index.member(entry);
    }
    for (var opened : IndexedMembers.open(library, wanted, offsets)) {
      if (!opened.remark().isEmpty()) {
        remark(opened.remark());
      }
      if (opened.definitions() != null) {
        take(opened.definitions(), opened.positions());
      }
    }
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] >= 0 && found[i] == null) {
        remark(
            "the index of %s says that the member at 0x%x defines %s, and it does not"
                .formatted(library.path(), offsets[i], wanted.name(i)));
      }
    }
  }

  /// @param positions of the names that the member's symbols have
  private void take(Member.Read member, int[] positions) {
    for (int i = 0; i < positions.length; i++) {
      int position = positions[i];
      found[position] =
          new Answer.Defined(
              wanted.name(position),
              member,
              member.object().symbols().get(i),
              indexed.count(position) - 1);
    }
  }

  private void askEveryMember() throws FailureException {
    var missing = new boolean[found.length];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = found[i] == null;
    }
    var open = OpenLibrary.of(library);
    open.forEach(
        SymbolFilter.DEFINITIONS,
        this::definitions,
        definitions -> definitions.forEach(one -> add(one, missing)));
    open.damage()
        .ifPresent(damage ->
            remark(
                "%s is damaged at 0x%x: %s".formatted(library.path(), damage.at(), damage.what())));
    for (int i = 0; i < missing.length; i++) {
      var late = found[i];
      boolean complete = open.index().isPresent() && !open.index().get().partial();
      if (missing[i] && late != null && complete && indexed.count(i) == 0) {
        boolean compiled = late.member().object().symbols().intermediate() == 0;
        remark(
            "%s is not in the index of %s, so linkers do not find it; `%s` writes the index anew"
                .formatted(late.name(), library.path(), compiled ? "ranlib" : "gcc-ranlib"));
      }
    }
  }

  /// What one member defines of the wanted names; runs in several threads.
  private List<Answer.Defined> definitions(Member member) {
    if (!(member instanceof Member.Read read)) {
      return List.of();
    }
    var symbols = read.object().symbols();
    var rows = new ArrayList<Integer>();
    for (int i = 0; i < symbols.size(); i++) {
      if (symbols.findName(i, wanted::find) >= 0) {
        rows.add(i);
      }
    }
    var some = read.only(rows.stream().mapToInt(Integer::intValue).toArray());
    return some.object().symbols().stream()
        .map(symbol -> new Answer.Defined(symbol.name(), some, symbol, 0))
        .toList();
  }

  private void add(Answer.Defined definition, boolean[] missing) {
    byte[] name = RawText.encode(definition.name());
    int position = wanted.find(name, 0, name.length);
    if (missing[position]) {
      var known = found[position];
      var first = known == null ? definition : known;
      found[position] =
          new Answer.Defined(first.name(), first.member(), first.symbol(), count[position]);
      count[position]++;
    }
  }

  private void remark(String sentence) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(sentence);
    }
  }
}
