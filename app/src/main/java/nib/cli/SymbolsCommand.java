package nib.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Member;
import nib.engine.symbols.NmPrinter;
import nib.engine.symbols.OpenLibrary;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nib symbols`: members and symbols of archives and object files.
@Command(
    name = "symbols",
    description = "List the members and symbols of static archives and object files.")
final class SymbolsCommand extends Common implements Formatted {

  /// The forms of a symbol listing.
  enum Listing {
    TEXT,
    NM,
    JSON
  }

  /// Which side of a link symbols are on.
  static final class Side {

    @Option(
        names = {"-U", "--defined-only"},
        description = "Only symbols that are defined here.")
    private boolean defined;

    @Option(
        names = {"-u", "--undefined-only"},
        description = "Only symbols that are needed from elsewhere.")
    private boolean undefined;
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), nm (as llvm-nm prints) or json.")
  private Listing listing = Listing.TEXT;

  @Option(
      names = {"-C", "--demangle"},
      description = "Show C++ and Rust names as their authors wrote them.")
  private boolean demangle;

  @ArgGroup private Side side = new Side();

  @Option(
      names = {"-g", "--extern-only"},
      description = "Only symbols that other objects see.")
  private boolean externOnly;

  @Option(
      names = {"-p", "--no-sort"},
      description = "In the order of the file's own table; other forms than nm always are.")
  private boolean noSort;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Archives and object files.")
  private List<Path> files = List.of();

  SymbolsCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Format format() {
    return listing == Listing.JSON ? Format.JSON : Format.TEXT;
  }

  @Override
  public Integer call() throws Exception {
    var failures = new ArrayList<Failure>();
    switch (listing) {
      case TEXT -> {
        var text = new SymbolsText(console(), filter(), naming());
        eachFile(failures, text::print);
      }
      case NM -> nm(failures);
      case JSON -> json(failures);
    }
    for (var failure : failures) {
      console().complain(failure.what());
      console().hint(failure.cure());
    }
    return failures.isEmpty() ? Status.FINE : Status.FAILED;
  }

  private SymbolFilter filter() {
    return new SymbolFilter(
        !side.undefined, !side.defined, !externOnly, listing != Listing.NM);
  }

  private Optional<java.util.function.UnaryOperator<String>> naming() {
    return demangle ? Optional.of(invocation().workbench()::demangle) : Optional.empty();
  }

  /// Lists one library and says which members are not in the listing or empty.
  @FunctionalInterface
  private interface Lister {
    void list(OpenLibrary library, LibraryTroubles troubles) throws IOException, FailureException;
  }

  private void eachFile(List<Failure> failures, Lister lister)
      throws IOException, FailureException {
    for (var file : files) {
      try (var library = invocation().workbench().openLibrary(file)) {
        var troubles = new LibraryTroubles(library);
        lister.list(library, troubles);
        failures.addAll(troubles.failures());
      } catch (FailureException e) {
        if (files.size() == 1) {
          throw e;
        }
        failures.add(e.failure());
      }
    }
  }

  private void nm(List<Failure> failures) throws IOException, FailureException {
    var out = new BufferedOutputStream(console().out(), 1 << 16);
    var style = new NmPrinter.Style(files.size() > 1, !noSort, naming(), filter());
    var remarkable = new ArrayList<String>();
    eachFile(
        failures,
        (library, troubles) -> {
          var members = new ArrayList<Member>();
          new NmPrinter(out, style)
              .print(
                  library,
                  member -> {
                    troubles.add(member);
                    members.add(member);
                  });
          remarkable.addAll(NmPrinter.remarks(library, members));
        });
    out.flush();
    remarkable.forEach(console().err()::println);
  }

  private void json(List<Failure> failures) throws FailureException {
    if (files.size() == 1) {
      // No document has begun yet when the one file turns out to be no library.
      invocation().workbench().openLibrary(files.getFirst()).close();
    }
    var thrown = new ArrayList<FailureException>();
    Json.print(
        console().out(),
        "symbols",
        json -> {
          var writer = new SymbolsJson(json, filter(), naming());
          json.writeArrayFieldStart("archives");
          try {
            eachFile(failures, writer::write);
          } catch (FailureException e) {
            thrown.add(e);
          }
          json.writeEndArray();
        });
    if (!thrown.isEmpty()) {
      failures.add(thrown.getFirst().failure());
    }
  }
}
