package nib.engine.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.Link.Absence;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Asks which members a link pulls in that needs some symbols.
///
/// Only symbol tables are looked at: what a linker script, a linker plug-in or garbage collection
/// of sections would change is not known here.
public final class LinkQuestion {

  private final LinkGraph graph;
  private final Linker linker;

  private LinkQuestion(LinkGraph graph, Linker linker) {
    this.graph = graph;
    this.linker = linker;
  }

  /// Links files that have been read.
  ///
  /// @param wanted symbols that are needed besides what the lone object files among them need, as
  ///   if by `-u`
  /// @throws FailureException when a file cannot be read again, which is done only for symbols that
  ///   are missing or defined twice
  public static Link ask(LinkGraph graph, Linker linker, List<String> wanted)
      throws FailureException {
    var numbers = wanted.stream().distinct().map(graph.names()::number).toList();
    return new LinkQuestion(graph, linker).link(numbers);
  }

  private Link link(List<Integer> wanted) throws FailureException {
    var state =
        switch (linker) {
          case GNU -> new GnuSearch(graph).run(wanted);
          case LLD -> new LldSearch(graph).run(wanted);
        };
    return new Link(linker, state.pulls(), missing(state), duplicates(state));
  }

  private List<Link.Missing> missing(LinkState state) throws FailureException {
    var undefined = state.undefined();
    var definers = definers(new HashSet<>(undefined));
    var nowhere = new HashSet<String>();
    for (int name : undefined) {
      if (!definers.containsKey(name) && !LinkerSymbols.makes(graph.names().name(name))) {
        nowhere.add(graph.names().name(name));
      }
    }
    var local = nowhere.isEmpty() ? Map.<String, Place>of() : local(nowhere);
    var missing = new ArrayList<Link.Missing>();
    for (int name : undefined) {
      String symbol = graph.names().name(name);
      var definer = definers.get(name);
      var why = definer == null ? absence(symbol, local) : definer;
      missing.add(new Link.Missing(symbol, state.place(state.owner(name)), why));
    }
    return missing;
  }

  private static Absence absence(String symbol, Map<String, Place> local) {
    if (LinkerSymbols.makes(symbol)) {
      return new Absence.MadeByLinkers();
    }
    var place = local.get(symbol);
    return place == null ? new Absence.Nowhere() : new Absence.Local(place);
  }

  /// Who defines names that the link did not find. An entry of an index that leads there was passed
  /// before the name was needed; without one the index is wrong.
  private Map<Integer, Absence> definers(Set<Integer> names) {
    var definers = new HashMap<Integer, Absence>();
    for (int member = 0; !names.isEmpty() && member < graph.memberCount(); member++) {
      for (int symbol = graph.firstSymbol(member); symbol < graph.endSymbol(member); symbol++) {
        if (names.contains(graph.symbolName(symbol)) && Traits.defined(graph.traits(symbol))) {
          definers.putIfAbsent(
              graph.symbolName(symbol), new Absence.NotInIndex(graph.place(member)));
        }
      }
    }
    for (int entry = 0; !definers.isEmpty() && entry < graph.entryCount(); entry++) {
      int name = graph.entryName(entry);
      if (definers.get(name) instanceof Absence.NotInIndex && graph.entryMember(entry) >= 0) {
        definers.put(name, new Absence.SearchedBefore(graph.place(graph.entryMember(entry))));
      }
    }
    return definers;
  }

  /// The first member that has a local symbol of each name.
  private Map<String, Place> local(Set<String> names) throws FailureException {
    var places = new HashMap<String, Place>();
    var files = graph.inputs().stream().map(LinkGraph.Input::file).toList();
    for (var uses : SymbolUses.find(files, List.copyOf(names), LibraryWatch.NONE)) {
      uses.local().stream()
          .findFirst()
          .ifPresent(first -> places.put(uses.symbol(), first.place()));
    }
    return places;
  }

  /// Leaves out those of which a link keeps one: sections in COMDAT groups, and the older ones that
  /// only have a name for it. Members are read again with what tells.
  private List<Link.Duplicate> duplicates(LinkState state) throws FailureException {
    var members = new HashMap<Path, Set<Integer>>();
    for (var clash : state.clashes()) {
      Stream.of(clash.first(), clash.second())
          .forEach(member ->
              members
                  .computeIfAbsent(graph.place(member).file(), _ -> new HashSet<>())
                  .add(member));
    }
    var shared = new HashSet<Shared>();
    for (var input : graph.inputs()) {
      if (members.containsKey(input.file())) {
        shared(input, members.get(input.file()), shared);
      }
    }
    return state.clashes().stream()
        .filter(clash ->
            !shared.contains(new Shared(clash.name(), clash.first()))
                || !shared.contains(new Shared(clash.name(), clash.second())))
        .map(clash ->
            new Link.Duplicate(
                graph.names().name(clash.name()),
                graph.place(clash.first()),
                graph.place(clash.second())))
        .toList();
  }

  /// A definition that gives way to another of its kind, by the numbers of its name and member.
  private record Shared(int name, int member) {}

  private void shared(LinkGraph.Input input, Set<Integer> members, Set<Shared> shared)
      throws FailureException {
    try (var library = OpenLibrary.open(input.file())) {
      for (int member : members) {
        int position = member - input.from();
        if (position >= 0
            && position < library.memberCount()
            && library.member(position, SymbolFilter.ALL) instanceof Member.Read read) {
          for (var symbol : read.object().symbols()) {
            if (symbol.linkable()
                && (symbol.comdat() || symbol.section().startsWith(".gnu.linkonce."))) {
              shared.add(new Shared(graph.names().number(symbol.name()), member));
            }
          }
        }
      }
    }
  }
}
