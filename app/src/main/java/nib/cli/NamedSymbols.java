package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.SymbolLookup;
import nib.engine.symbols.SymbolLookup.Answer;

/// `nib symbols --named`: where some names are defined, as a link would find them.
final class NamedSymbols {

  /// Lines are printed this many characters at a time: one goes through as many layers as all.
  static final int TEXT = 1 << 16;

  private final Console console;
  private final SymbolsOptions options;

  NamedSymbols(Console console, SymbolsOptions options) {
    this.console = console;
    this.options = options;
  }

  /// @param file where it was looked for
  private record Looked(Path file, SymbolLookup.Result result) {}

  void print(List<Failure> failures) throws FailureException {
    var looked = new ArrayList<Looked>();
    for (var file : options.files()) {
      looked.add(new Looked(file, SymbolLookup.find(file, options.named())));
    }
    switch (options.listing()) {
      case TEXT, NM -> looked.forEach(this::text);
      case JSON ->
          Json.print(
              console.out(),
              "symbols",
              json -> Json.array(json, "archives", looked, NamedSymbols::write));
    }
    for (var one : looked) {
      for (String remark : one.result().remarks()) {
        console.err().println(remark);
      }
      for (var answer : one.result().answers()) {
        if (answer instanceof Answer.NotDefined(String name)) {
          failures.add(
              new Failure(
                  "%s does not define %s".formatted(one.file(), name),
                  "list what it defines: nib symbols --defined-only " + one.file()));
        }
      }
    }
  }

  private void text(Looked looked) {
    var lines = new StringBuilder();
    String file = String.valueOf(looked.file().getFileName());
    for (var answer : looked.result().answers()) {
      if (answer instanceof Answer.Defined found) {
        String value = Long.toHexString(found.symbol().value());
        lines.append("0".repeat(16 - value.length())).append(value);
        lines.append(' ').append(found.symbol().letter()).append(' ');
        lines.append(options.demangle() ? Demangler.demangle(found.name()) : found.name());
        lines.append("  ").append(place(file, found.member().name(), found.member().offset()));
        if (found.more() > 0) {
          lines.append(" and ").append(Packages.count(found.more(), "more member", "more members"));
        }
        lines.append(System.lineSeparator());
        if (lines.length() >= TEXT) {
          console.out().print(lines);
          lines.setLength(0);
        }
      }
    }
    console.out().print(lines);
  }

  /// `libfoo.a(bar.o)`, or the file's name alone for an object file, which begins where it does.
  static String place(String file, String member, long offset) {
    return offset == 0 ? file : file + "(" + member + ")";
  }

  private static void write(JsonGenerator json, Looked looked) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", looked.file().toString());
    Json.array(json, "symbols", looked.result().answers(), NamedSymbols::write);
    json.writeArrayFieldStart("remarks");
    for (String remark : looked.result().remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Answer answer) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", answer.name());
    switch (answer) {
      case Answer.Defined found -> {
        json.writeBooleanField("defined", true);
        json.writeStringField("member", found.member().name());
        json.writeNumberField("offset", found.member().offset());
        json.writeNumberField("more", found.more());
        json.writeFieldName("symbol");
        SymbolsJson.write(json, found.symbol());
      }
      case Answer.NotDefined _ -> json.writeBooleanField("defined", false);
    }
    json.writeEndObject();
  }
}
