package nib.engine.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.catalog.Alike;
import nib.engine.catalog.CatalogComparison;
import nib.engine.catalog.CatalogReader;
import nib.engine.catalog.RowFinder;
import nib.engine.catalog.RowQuery;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnostic.FailureException;
import nib.engine.dwarf.CText;
import nib.engine.dwarf.Evidence;
import nib.engine.dwarf.Signature;
import nib.engine.dwarf.passing.Passing;
import nib.engine.headers.HeaderReader;
import nib.engine.linkage.Comparison;
import nib.engine.linkage.LibraryWatch;
import nib.engine.linkage.LinkGraph;
import nib.engine.linkage.LinkQuestion;
import nib.engine.linkage.Linker;
import nib.engine.linkage.SymbolUses;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.BothListings;
import nib.engine.symbols.BothSignatures;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.Library;
import nib.engine.symbols.LibraryReader;
import nib.engine.symbols.Member;
import nib.engine.symbols.NmPrinter;
import nib.engine.symbols.OpenLibrary;
import nib.engine.symbols.SignatureLookup;
import nib.engine.symbols.SymbolLookup;

/// Everything that can be asked of one library, whatever is in it: each answer is one, or a failure
/// with words for people. Anything else that is thrown is a mistake of the reader's.
final class Reading {

  private static final int MOST_HEADERS = 40;
  private static final int MOST_NAMES = 20;

  private final Path file;
  private final Path original;
  private final List<String> names;

  /// @param original the library before it was damaged
  /// @param names what to look up in it
  private Reading(Path file, Path original, List<String> names) {
    this.file = file;
    this.original = original;
    this.names = names;
  }

  /// Names of symbols that the library has.
  static List<String> names(Path library) {
    try {
      return catalog(library)
          .map(catalog ->
              java.util.stream.IntStream.range(0, Math.min(MOST_NAMES, catalog.rows()))
                  .mapToObj(catalog::name)
                  .distinct()
                  .toList())
          .orElse(List.of());
    } catch (FailureException e) {
      return List.of();
    }
  }

  static void everything(Path file, Path original, List<String> names) throws IOException {
    var reading = new Reading(file, original, names);
    reading.tries(reading::list);
    reading.tries(reading::lookUp);
    reading.tries(reading::link);
    reading.tries(reading::compare);
    reading.tries(reading::explore);
    reading.tries(reading::signatures);
  }

  private interface Question {
    void ask() throws FailureException, IOException;
  }

  private void tries(Question question) throws IOException {
    try {
      question.ask();
    } catch (FailureException e) {
      if (e.failure().what().isBlank() || e.failure().cure().isBlank()) {
        throw new AssertionError("a failure without words", e);
      }
    }
  }

  private void list() throws FailureException, IOException {
    BothListings.compare(file);
    Library library = LibraryReader.read(file);
    library.members().stream().limit(MOST_HEADERS).forEach(library::nameOf);
    for (boolean sorted : new boolean[] {true, false}) {
      try (var open = OpenLibrary.open(file)) {
        var remarkable = new ArrayList<Member>();
        var style =
            new NmPrinter.Style(
                false, sorted, Optional.of(Demangler::demangle), NmPrinter.Style.PLAIN.filter());
        new NmPrinter(OutputStream.nullOutputStream(), style).print(open, remarkable::add);
        if (NmPrinter.remarks(open, remarkable).stream().anyMatch(String::isBlank)) {
          throw new AssertionError("an empty remark");
        }
      }
    }
    for (var member : library.members().stream().limit(MOST_HEADERS).toList()) {
      HeaderReader.read(file, member.offset()).lines();
    }
  }

  private void lookUp() throws FailureException {
    var result = SymbolLookup.find(file, names);
    if (result.answers().size() != names.size()) {
      throw new AssertionError(
          "%d names, %d answers".formatted(names.size(), result.answers().size()));
    }
    SymbolUses.find(List.of(file), names, LibraryWatch.NONE);
  }

  private void link() throws FailureException {
    var graph = LinkGraph.read(List.of(file), LibraryWatch.NONE);
    graph.indexes();
    for (var linker : Linker.values()) {
      LinkQuestion.ask(graph, linker, names);
    }
  }

  private void compare() throws FailureException {
    try (var before = OpenLibrary.open(original);
        var after = OpenLibrary.open(file)) {
      Comparison.compare(before, after, SymbolFilter.ALL, _ -> {});
    }
  }

  private static Optional<SymbolCatalog> catalog(Path file) throws FailureException {
    try {
      return Optional.of(CatalogReader.read(List.of(file), Demangler::demangle, _ -> {}));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void explore() throws FailureException {
    var catalog = catalog(file).orElseThrow();
    var rows = RowQuery.words("f section");
    try {
      new RowFinder(catalog, Optional.empty())
          .rows(new RowQuery(rows, RowQuery.Side.ALL, Optional.empty(), Optional.empty()));
      CatalogComparison.of(catalog(original).orElseThrow(), catalog);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var alike = new Alike(catalog);
    for (int row = 0; row < Math.min(MOST_NAMES, catalog.rows()); row++) {
      alike.definers(row);
      alike.needers(row);
      catalog.readable(row);
      catalog.section(row);
      catalog.member(row).contentWords();
    }
  }

  private void signatures() throws FailureException {
    SignatureLookup.find(file, names);
    BothSignatures.of(file);
    try (var library = OpenLibrary.open(file)) {
      library.forEachSignature(
          _ -> true,
          member -> {
            for (var function : member.functions()) {
              if (function.evidence() instanceof Evidence.Found(var signature, _)) {
                written(signature);
              }
            }
          });
    }
  }

  private static void written(Signature signature) {
    if (CText.of(signature).isBlank()) {
      throw new AssertionError("a signature without words");
    }
    signature.parameters().forEach(one -> Passing.of(signature.types(), one.type()));
    Passing.of(signature.types(), signature.result());
  }
}
