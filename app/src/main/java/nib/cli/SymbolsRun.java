package nib.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.Member;
import nib.engine.symbols.NmPrinter;
import nib.engine.symbols.OpenLibrary;
import nib.engine.symbols.PlainNm;

/// Carries `nib symbols` out.
final class SymbolsRun {

  private final Console console;
  private final Opener opener;
  private final SymbolsOptions options;
  private final List<Failure> failures = new ArrayList<>();

  /// Opens libraries.
  @FunctionalInterface
  interface Opener {
    OpenLibrary open(Path file) throws FailureException;
  }

  SymbolsRun(Console console, Opener opener, SymbolsOptions options) {
    this.console = console;
    this.opener = opener;
    this.options = options;
  }

  /// Lists all files and returns the exit status.
  int status() throws IOException, FailureException {
    if (!options.named().isEmpty()) {
      named();
    } else {
      switch (options.listing()) {
        case TEXT -> {
          if (options.signatures()) {
            eachFile(signatures()::print);
          } else {
            text();
          }
        }
        case NM -> {
          if (options.signatures()) {
            eachFile(signatures()::print);
          } else {
            nm();
          }
        }
        case JSON -> json();
      }
    }
    for (var failure : failures) {
      console.complain(failure.what());
      console.hint(failure.cure());
    }
    return failures.isEmpty() ? Status.FINE : Status.FAILED;
  }

  private void named() throws FailureException {
    if (options.signatures()) {
      signatures().printNamed();
    } else {
      new NamedSymbols(console, options).print(failures);
    }
  }

  private SignaturesRun signatures() {
    return new SignaturesRun(console, options, failures);
  }

  private SymbolFilter filter() {
    return new SymbolFilter(
        options.side() != SymbolsOptions.Side.UNDEFINED,
        options.side() != SymbolsOptions.Side.DEFINED,
        !options.external(),
        options.listing() == SymbolsOptions.Listing.JSON);
  }

  private Optional<UnaryOperator<String>> naming() {
    return options.demangle() ? Optional.of(Demangler::demangle) : Optional.empty();
  }

  /// Lists one library and notes the members that are not in the listing.
  @FunctionalInterface
  private interface Lister {
    void list(OpenLibrary library, LibraryTroubles troubles) throws IOException, FailureException;
  }

  private void eachFile(Lister lister) throws IOException, FailureException {
    for (var file : options.files()) {
      list(file, lister);
    }
  }

  private void list(Path file, Lister lister) throws IOException, FailureException {
    try (var library = opener.open(file)) {
      var troubles = new LibraryTroubles(library);
      lister.list(library, troubles);
      failures.addAll(troubles.failures());
    } catch (FailureException e) {
      if (options.files().size() == 1) {
        throw e;
      }
      failures.add(e.failure());
    }
  }

  private void text() throws IOException, FailureException {
    for (var file : options.files()) {
      boolean plain = naming().isEmpty() && PlainText.print(console, file, filter());
      if (!plain) {
        list(file, new SymbolsText(console, filter(), naming())::print);
      }
    }
  }

  private void nm() throws IOException, FailureException {
    var out = new BufferedOutputStream(console.out(), 1 << 16);
    var style =
        new NmPrinter.Style(options.files().size() > 1, options.sorted(), naming(), filter());
    var remarks = new ArrayList<String>();
    for (var file : options.files()) {
      var plain = PlainNm.of(file, style);
      if (plain.isPresent()) {
        plain.get().writeTo(out);
        remarks.addAll(plain.get().remarks(file));
      } else {
        list(file, nm(new NmPrinter(out, style), remarks));
      }
    }
    out.flush();
    if (!remarks.isEmpty()) {
      // At once: a C library has a hundred members without symbols.
      console.err().println(String.join(System.lineSeparator(), remarks));
    }
  }

  private static Lister nm(NmPrinter printer, List<String> remarks) {
    return (library, troubles) -> {
      var remarkable = new ArrayList<Member>();
      printer.print(
          library,
          member -> {
            troubles.add(member);
            remarkable.add(member);
          });
      remarks.addAll(NmPrinter.remarks(library, remarkable));
    };
  }

  private void json() throws FailureException {
    if (options.files().size() == 1) {
      // No document has begun yet when the one file turns out to be no library.
      opener.open(options.files().getFirst()).close();
    }
    var thrown = new ArrayList<FailureException>();
    Json.print(
        console.out(),
        "symbols",
        json -> {
          var writer = new SymbolsJson(json, filter(), naming());
          var signatures = signatures();
          json.writeArrayFieldStart("archives");
          try {
            eachFile(
                options.signatures()
                    ? (library, troubles) -> signatures.write(json, library, troubles)
                    : writer::write);
          } catch (FailureException e) {
            thrown.add(e);
          }
          json.writeEndArray();
        });
    for (var failure : thrown) {
      failures.add(failure.failure());
    }
  }
}
