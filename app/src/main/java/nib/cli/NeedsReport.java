package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.SymbolUses;
import nib.engine.objectfile.Symbol.Binding;

/// `nib symbols --needs`: who defines some symbols and who needs them.
final class NeedsReport implements AcrossRun.Report {

  private final SymbolsOptions options;
  private final List<SymbolUses> answers;
  private final List<Failure> failures;

  private NeedsReport(SymbolsOptions options, List<SymbolUses> answers, List<Failure> failures) {
    this.options = options;
    this.answers = answers;
    this.failures = failures;
  }

  static NeedsReport of(SymbolsOptions options, List<String> symbols) throws FailureException {
    var watch = new AcrossRun.Watch();
    var answers = SymbolUses.find(options.files(), symbols, watch);
    var failures = new ArrayList<>(watch.failures());
    for (var answer : answers) {
      if (answer.none()) {
        failures.add(
            new Failure(
                "no member of %s mentions %s".formatted(files(options), answer.symbol()),
                "list what there is: nib symbols " + files(options)));
      }
    }
    return new NeedsReport(options, answers, failures);
  }

  static String files(SymbolsOptions options) {
    return options.files().stream().map(Path::toString).collect(Collectors.joining(" "));
  }

  @Override
  public List<Failure> findings() {
    return List.of();
  }

  @Override
  public List<Failure> failures() {
    return failures;
  }

  @Override
  public void text(Console console) {
    for (var answer : answers) {
      if (!answer.none()) {
        console.line(console.bold(AcrossRun.naming(options).apply(answer.symbol())));
        answer.defined().forEach(use -> console.line(line("defined", use)));
        answer.local().forEach(use -> console.line(line("local", use)));
        answer.needed().forEach(use -> console.line(line("needed", use)));
      }
    }
  }

  private static String line(String how, SymbolUses.Use use) {
    var entry = use.entry();
    String what =
        entry.defined()
            ? SymbolLines.word(entry.kind())
                + (entry.size() > 0 ? ", %d bytes".formatted(entry.size()) : "")
            : "";
    String weak = entry.binding() == Binding.WEAK ? "weak" : "";
    return "  %-8s %c %-5s %s%s"
        .formatted(how, entry.letter(), weak, use.place(), what.isEmpty() ? "" : "  " + what);
  }

  @Override
  public void json(JsonGenerator json) throws IOException {
    Json.array(
        json,
        "symbols",
        answers,
        (j, answer) -> {
          j.writeStartObject();
          j.writeStringField("name", answer.symbol());
          Json.array(j, "defined", answer.defined(), NeedsReport::write);
          Json.array(j, "local", answer.local(), NeedsReport::write);
          Json.array(j, "needed", answer.needed(), NeedsReport::write);
          j.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, SymbolUses.Use use) throws IOException {
    json.writeStartObject();
    MembersJson.place(json, "member", use.place());
    json.writeFieldName("symbol");
    SymbolsJson.write(json, use.entry());
    json.writeEndObject();
  }
}
