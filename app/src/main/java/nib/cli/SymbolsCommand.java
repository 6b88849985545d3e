package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.NmPrinter;
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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), nm (as llvm-nm prints) or json.")
  private Listing listing = Listing.TEXT;

  @Option(
      names = {"-C", "--demangle"},
      description = "Show C++ and Rust names as their authors wrote them.")
  private boolean demangle;

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
    var libraries = new ArrayList<Library>();
    var failures = new ArrayList<Failure>();
    for (var file : files) {
      try {
        libraries.add(invocation().workbench().library(file));
      } catch (FailureException e) {
        if (files.size() == 1) {
          throw e;
        }
        failures.add(e.failure());
      }
    }
    switch (listing) {
      case TEXT -> libraries.forEach(this::text);
      case NM -> nm(libraries);
      case JSON ->
          Json.print(
              console().out(),
              "symbols",
              json -> Json.array(json, "archives", libraries, this::write));
    }
    libraries.forEach(library -> failures.addAll(LibraryTroubles.of(library)));
    for (var failure : failures) {
      console().complain(failure.what());
      console().hint(failure.cure());
    }
    return failures.isEmpty() ? Status.FINE : Status.FAILED;
  }

  private void nm(List<Library> libraries) throws IOException {
    var out = new BufferedOutputStream(console().out(), 1 << 16);
    var printer =
        demangle
            ? new NmPrinter(out, files.size() > 1, invocation().workbench()::demangle)
            : new NmPrinter(out, files.size() > 1);
    for (var library : libraries) {
      printer.print(library);
    }
    out.flush();
    for (var library : libraries) {
      NmPrinter.remarks(library).forEach(console().err()::println);
    }
  }

  private void text(Library library) {
    var console = console();
    console.line(
        "%s: %s, %s"
            .formatted(
                console.bold(library.file().toString()),
                library.kind() == Library.Kind.ARCHIVE ? "archive" : "object file",
                Packages.count(library.members().size(), "member", "members")));
    for (var member : library.members()) {
      console.blank();
      switch (member) {
        case Member.Read read -> {
          console.line(
              "%s  %s"
                  .formatted(
                      console.bold(library.nameOf(member)),
                      console.dim(
                          "%s, %s, %,d bytes, %s"
                              .formatted(
                                  read.object().format().words(),
                                  read.object().machine(),
                                  member.size(),
                                  Packages.count(named(read), "symbol", "symbols")))));
          read.object().symbols().stream().filter(Symbol::named).forEach(this::row);
        }
        case Member.Unopened unopened ->
            console.line(
                "%s  %s"
                    .formatted(console.bold(library.nameOf(member)), unopened.format().words()));
        case Member.Unreadable unreadable ->
            console.line(
                "%s  damaged at 0x%x: %s"
                    .formatted(
                        console.bold(library.nameOf(member)), unreadable.at(), unreadable.what()));
      }
    }
  }

  private static long named(Member.Read read) {
    return read.object().symbols().stream().filter(Symbol::named).count();
  }

  private void row(Symbol symbol) {
    console()
        .line(
            "  %c  %-9s  %-10s %8s  %s"
                .formatted(
                    symbol.letter(),
                    symbol.binding().name().toLowerCase(Locale.ROOT),
                    kind(symbol),
                    symbol.size() == 0 ? "" : "%,d".formatted(symbol.size()),
                    name(symbol)));
  }

  private static String kind(Symbol symbol) {
    return symbol.defined() ? word(symbol.kind()) : "undefined";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String name(Symbol symbol) {
    return demangle ? invocation().workbench().demangle(symbol.name()) : symbol.name();
  }

  private void write(JsonGenerator json, Library library) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", library.file().toString());
    json.writeStringField("kind", word(library.kind()));
    json.writeNumberField("size", library.size());
    Json.array(json, "members", library.members(), this::write);
    if (library.damage().isPresent()) {
      json.writeObjectFieldStart("damage");
      json.writeNumberField("at", library.damage().get().at());
      json.writeStringField("what", library.damage().get().what());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Member member) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", member.name());
    json.writeNumberField("offset", member.offset());
    json.writeNumberField("size", member.size());
    switch (member) {
      case Member.Read read -> {
        json.writeStringField("format", word(read.object().format()));
        json.writeStringField("machine", read.object().machine());
        Json.array(json, "symbols", read.object().symbols(), this::write);
      }
      case Member.Unopened unopened -> json.writeStringField("format", word(unopened.format()));
      case Member.Unreadable unreadable -> {
        json.writeNumberField("damagedAt", unreadable.at());
        json.writeStringField("damage", unreadable.what());
      }
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Symbol symbol) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", symbol.name());
    if (demangle) {
      json.writeStringField("demangled", invocation().workbench().demangle(symbol.name()));
    }
    json.writeStringField("letter", String.valueOf(symbol.letter()));
    json.writeStringField("kind", word(symbol.kind()));
    json.writeStringField("binding", word(symbol.binding()));
    json.writeStringField("visibility", word(symbol.visibility()));
    json.writeStringField("definition", word(symbol.definition()));
    json.writeStringField("section", symbol.section());
    json.writeNumberField("value", symbol.value());
    json.writeNumberField("size", symbol.size());
    json.writeEndObject();
  }
}
