package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.Comparison;
import nib.engine.linkage.MemberChange;
import nib.engine.linkage.MemberChange.SymbolChange;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// `nib symbols --compare`: what differs between two libraries.
final class CompareReport implements AcrossRun.Report {

  private final Path before;
  private final Path after;
  private final SymbolFilter filter;
  private final UnaryOperator<String> naming;
  private final List<Failure> findings = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  private CompareReport(SymbolsOptions options, Path after) {
    this.before = options.files().getFirst();
    this.after = after;
    this.filter =
        new SymbolFilter(
            options.side() != SymbolsOptions.Side.UNDEFINED,
            options.side() != SymbolsOptions.Side.DEFINED,
            !options.external(),
            true);
    this.naming = AcrossRun.naming(options);
  }

  static CompareReport of(SymbolsOptions options, Path other) throws FailureException {
    if (options.files().size() > 1) {
      throw new FailureException(
          "--compare holds one file against another, and %d were named"
              .formatted(options.files().size()),
          "name one file besides " + other);
    }
    for (var file : List.of(options.files().getFirst(), other)) {
      OpenLibrary.open(file).close(); // no document begins for what is no library
    }
    return new CompareReport(options, other);
  }

  @Override
  public List<Failure> findings() {
    return findings;
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }

  /// Takes one change.
  @FunctionalInterface
  private interface Sink {
    void take(MemberChange change) throws IOException;
  }

  private Comparison.Totals compare(Sink sink) throws IOException, FailureException {
    var count = new int[1];
    try (var one = OpenLibrary.open(before);
        var other = OpenLibrary.open(after)) {
      var totals =
          Comparison.compare(
              one,
              other,
              filter,
              change -> {
                try {
                  sink.take(change);
                  count[0]++;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      if (count[0] > 0) {
        findings.add(
            new Failure(
                "%s and %s differ in %s"
                    .formatted(before, after, Packages.count(count[0], "member", "members")),
                ""));
      }
      for (var library : List.of(one, other)) {
        failures.addAll(new LibraryTroubles(library).failures());
      }
      return totals;
    }
  }

  @Override
  public void text(Console console) throws IOException, FailureException {
    console.line(console.bold(before.toString()) + " -> " + console.bold(after.toString()));
    var totals = compare(change -> print(console, change));
    console.line(
        "%s and %d; %d the same"
            .formatted(
                Packages.count(totals.before(), "member", "members"),
                totals.after(),
                totals.same()));
  }

  private void print(Console console, MemberChange change) {
    switch (change) {
      case MemberChange.Added(var place, var member) ->
          console.line("+ %s%s".formatted(place, symbols(member)));
      case MemberChange.Removed(var place, var member) ->
          console.line("- %s%s".formatted(place, symbols(member)));
      case MemberChange.Changed(var place, _, var what, var symbols) -> {
        console.line("~ %s%s".formatted(place, what.isEmpty() ? "" : ": " + what));
        for (var symbol : symbols) {
          console.line("    " + line(symbol));
        }
      }
    }
  }

  private static String symbols(Member member) {
    return member instanceof Member.Read read
        ? ", %s"
            .formatted(
                Packages.count(
                    read.object().symbols().stream().filter(Symbol::linkable).count(),
                    "definition",
                    "definitions"))
        : "";
  }

  private String line(SymbolChange change) {
    String name = naming.apply(change.name());
    return switch (change) {
      case SymbolChange.Added(var symbol) -> "+ %s  (%s)".formatted(name, words(symbol));
      case SymbolChange.Removed(var symbol) -> "- %s  (%s)".formatted(name, words(symbol));
      case SymbolChange.Changed(var old, var young) ->
          "~ %s  (%s -> %s)".formatted(name, words(old), words(young));
    };
  }

  private static String words(Symbol symbol) {
    var words = new StringBuilder();
    words.append(symbol.letter()).append(' ').append(SymbolLines.word(symbol.binding()));
    if (symbol.visibility() != Symbol.Visibility.DEFAULT) {
      words.append(' ').append(SymbolLines.word(symbol.visibility()));
    }
    words.append(' ');
    words.append(symbol.defined() ? SymbolLines.word(symbol.kind()) : "undefined");
    return symbol.size() > 0
        ? words.append(", ").append(symbol.size()).append(" bytes").toString()
        : words.toString();
  }

  @Override
  public void json(JsonGenerator json) throws IOException, FailureException {
    json.writeStringField("before", before.toString());
    json.writeStringField("after", after.toString());
    json.writeArrayFieldStart("changes");
    Comparison.Totals totals;
    try {
      totals = compare(change -> write(json, change));
    } finally {
      json.writeEndArray();
    }
    json.writeObjectFieldStart("members");
    json.writeNumberField("before", totals.before());
    json.writeNumberField("after", totals.after());
    json.writeNumberField("same", totals.same());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, MemberChange change) throws IOException {
    json.writeStartObject();
    switch (change) {
      case MemberChange.Added(var place, _) -> {
        json.writeStringField("change", "added");
        MembersJson.place(json, "member", place);
      }
      case MemberChange.Removed(var place, _) -> {
        json.writeStringField("change", "removed");
        MembersJson.place(json, "member", place);
      }
      case MemberChange.Changed(var place, var other, var what, var symbols) -> {
        json.writeStringField("change", "changed");
        MembersJson.place(json, "member", place);
        MembersJson.place(json, "other", other);
        json.writeStringField("what", what);
        Json.array(json, "symbols", symbols, CompareReport::write);
      }
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SymbolChange change) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", change.name());
    switch (change) {
      case SymbolChange.Added(var symbol) -> symbol(json, "after", symbol);
      case SymbolChange.Removed(var symbol) -> symbol(json, "before", symbol);
      case SymbolChange.Changed(var old, var young) -> {
        symbol(json, "before", old);
        symbol(json, "after", young);
      }
    }
    json.writeEndObject();
  }

  private static void symbol(JsonGenerator json, String field, Symbol symbol) throws IOException {
    json.writeFieldName(field);
    SymbolsJson.write(json, symbol);
  }
}
