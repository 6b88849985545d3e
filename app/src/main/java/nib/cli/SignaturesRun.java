package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.symbols.DefinedFunction;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.Library;
import nib.engine.symbols.OpenLibrary;
import nib.engine.symbols.SignatureLookup;

/// `nib symbols --signatures`: what functions take and return, from debugging information.
final class SignaturesRun {

  private final Console console;
  private final SymbolsOptions options;
  private final List<Failure> failures;
  private final SignatureText text;

  /// @param failures where what went wrong is noted
  SignaturesRun(Console console, SymbolsOptions options, List<Failure> failures) {
    this.console = console;
    this.options = options;
    this.failures = failures;
    this.text = new SignatureText(console, naming(options));
  }

  private static Optional<UnaryOperator<String>> naming(SymbolsOptions options) {
    return options.demangle() ? Optional.of(Demangler::demangle) : Optional.empty();
  }

  /// Every function of one library.
  void print(OpenLibrary library, LibraryTroubles troubles) throws FailureException {
    if (library.kind() == Library.Kind.ARCHIVE) {
      console.line(console.bold(library.file().toString()));
    }
    library.forEachSignature(
        _ -> true,
        member -> {
          text.print(library, member);
          troubles.add(member.member());
        });
  }

  /// The same for machines.
  void write(JsonGenerator json, OpenLibrary library, LibraryTroubles troubles)
      throws IOException, FailureException {
    json.writeStartObject();
    json.writeStringField("file", library.file().toString());
    json.writeArrayFieldStart("members");
    try {
      library.forEachSignature(
          _ -> true,
          member -> {
            SignatureJson.write(json, member);
            troubles.add(member.member());
          });
    } finally {
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private record Looked(Path file, Map<String, DefinedFunction> found) {}

  /// Only the functions that are asked for by name.
  void printNamed() throws FailureException {
    var looked = new ArrayList<Looked>();
    for (var file : options.files()) {
      looked.add(new Looked(file, SignatureLookup.find(file, options.named())));
    }
    switch (options.listing()) {
      case TEXT, NM -> looked.forEach(this::lines);
      case JSON ->
          Json.print(
              console.out(), "symbols", json -> Json.array(json, "archives", looked, this::write));
    }
    for (var one : looked) {
      for (String name : options.named()) {
        if (!one.found().containsKey(name)) {
          failures.add(
              new Failure(
                  "%s does not define %s".formatted(one.file(), name),
                  "list what it defines: nib symbols --defined-only " + one.file()));
        }
      }
    }
  }

  private void lines(Looked looked) {
    String file = String.valueOf(looked.file().getFileName());
    var lines = new StringBuilder();
    for (String name : options.named()) {
      var found = looked.found().get(name);
      if (found != null) {
        text.line(lines, name, found.evidence());
        lines.append("  ").append(NamedSymbols.place(file, found.member(), found.offset()));
        lines.append(System.lineSeparator());
        if (lines.length() >= NamedSymbols.TEXT) {
          console.out().print(lines);
          lines.setLength(0);
        }
      }
    }
    console.out().print(lines);
  }

  private void write(JsonGenerator json, Looked looked) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", looked.file().toString());
    json.writeArrayFieldStart("functions");
    for (String name : options.named()) {
      var found = looked.found().get(name);
      if (found != null) {
        json.writeStartObject();
        json.writeStringField("member", found.member());
        json.writeNumberField("offset", found.offset());
        SignatureJson.write(json, name, found.evidence());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
