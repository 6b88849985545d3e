package nib.engine.diagnosis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import nib.engine.objectfile.Symbol;
import nib.engine.symbols.Library;
import nib.engine.symbols.MangledName;
import nib.engine.symbols.Member;
import nib.engine.text.NearestNames;

/// All symbols of some archives by name, in the order in which a link meets them; and what could
/// not be looked into.
final class SymbolIndex {

  /// A symbol and where it stands.
  record Hit(Library library, Member.Read member, Symbol symbol) {

    SymbolPlace place() {
      return new SymbolPlace(library.file(), member.name(), member.offset(), symbol.name());
    }

    String memberName() {
      return library.nameOf(member);
    }
  }

  private final Map<String, List<Hit>> hits = new HashMap<>();
  private final List<String> blindSpots = new ArrayList<>();
  private final List<Path> archives = new ArrayList<>();
  private Optional<NearestNames> functionNames = Optional.empty();
  private Optional<Map<String, Hit>> mangled = Optional.empty();

  private final Comparator<Hit> inLinkOrder =
      Comparator.comparingInt((Hit hit) -> archives.indexOf(hit.library().file()))
          .thenComparingLong(hit -> hit.member().offset())
          .thenComparing(hit -> hit.symbol().name());

  SymbolIndex(List<Library> libraries) {
    for (var library : libraries) {
      archives.add(library.file());
      for (var member : library.members()) {
        switch (member) {
          case Member.Read read -> {
            read.object()
                .symbols()
                .forEach(symbol ->
                    hits.computeIfAbsent(symbol.name(), _ -> new ArrayList<>(1))
                        .add(new Hit(library, read, symbol)));
            if (read.object().intermediate() && read.object().symbols().intermediate() == 0) {
              blindSpots.add(
                  "%s is gcc's intermediate code (-flto), whose functions only gcc sees"
                      .formatted(library.nameOf(member)));
            }
          }
          case Member.Unopened unopened -> {
            if (unopened.format().object()) {
              blindSpots.add(
                  "%s is %s, which is not read yet"
                      .formatted(library.nameOf(member), unopened.format().words()));
            }
          }
          case Member.Unreadable unreadable ->
              blindSpots.add(
                  "%s is damaged at 0x%x: %s"
                      .formatted(library.nameOf(member), unreadable.at(), unreadable.what()));
        }
      }
      library
          .damage()
          .ifPresent(damage ->
              blindSpots.add(
                  "%s is damaged at 0x%x: %s"
                      .formatted(library.file().getFileName(), damage.at(), damage.what())));
    }
  }

  List<Path> archives() {
    return archives;
  }

  List<Hit> named(String symbol) {
    return hits.getOrDefault(symbol, List.of());
  }

  /// The names that some member defines as a function other members can call, to look near ones up.
  NearestNames functionNames() {
    if (functionNames.isEmpty()) {
      functionNames =
          Optional.of(
              new NearestNames(
                  hits.values().stream()
                      .flatMap(List::stream)
                      .filter(hit -> hit.symbol().linkable() && hit.symbol().callable())
                      .map(hit -> hit.symbol().name())
                      .distinct()
                      .toList()));
    }
    return functionNames.get();
  }

  /// The first function, a local one too, that a compiler gave another name than `base`, its own.
  Optional<Hit> mangled(String base) {
    if (mangled.isEmpty()) {
      mangled = Optional.of(mangledByBase());
    }
    return Optional.ofNullable(mangled.get().get(base));
  }

  /// Taking a name apart costs a microsecond, and an archive has hundreds of thousands; so it
  /// happens once, however many names are missing, and not at all where none is.
  private Map<String, Hit> mangledByBase() {
    var byBase = new HashMap<String, Hit>();
    for (var same : hits.values()) {
      var first =
          same.stream()
              .filter(hit -> hit.symbol().defined() && hit.symbol().callable())
              .findFirst();
      if (first.isPresent()) {
        MangledName.of(first.get().symbol().name())
            .flatMap(MangledName::base)
            .ifPresent(base -> byBase.merge(base, first.get(), BinaryOperator.minBy(inLinkOrder)));
      }
    }
    return byBase;
  }

  /// What could not be looked into, in sentences. While there is any, nothing is surely missing.
  List<String> blindSpots() {
    return blindSpots;
  }
}
