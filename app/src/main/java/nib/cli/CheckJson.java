package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.SymbolPlace;

/// A check for machines. The findings of all targets stand in one array, each with its target;
/// those of the package's own text have none.
record CheckJson(OpenedPackage opened, List<CheckReport> reports) {

  void write(JsonGenerator json) throws IOException {
    json.writeStringField("package", opened.root().toString());
    json.writeArrayFieldStart("findings");
    for (var diagnostic : opened.diagnostics()) {
      Json.diagnostic(json, opened.root(), diagnostic);
    }
    for (var report : reports) {
      for (var finding : report.findings()) {
        finding(json, report, finding);
      }
    }
    json.writeEndArray();
    Json.array(json, "reports", reports, this::report);
  }

  private void finding(JsonGenerator json, CheckReport report, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("entry", finding.entry());
    json.writeStringField("target", report.target().triple());
    Json.diagnosticFields(json, opened.root(), finding.diagnostic());
    if (finding.at().isPresent()) {
      place(json, "at", finding.at().get());
    }
    Json.array(json, "searched", finding.searched(), (j, one) -> j.writeString(one.toString()));
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, String name, SymbolPlace place) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("archive", place.archive().toString());
    json.writeStringField("member", place.member());
    json.writeNumberField("offset", place.memberOffset());
    json.writeStringField("symbol", place.symbol());
    json.writeEndObject();
  }

  private void report(JsonGenerator json, CheckReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("target", report.target().triple());
    Json.array(json, "archives", report.archives(), (j, one) -> j.writeString(one.toString()));
    Json.array(json, "verdicts", report.verdicts(), CheckJson::verdict);
    Json.array(json, "remarks", report.remarks(), JsonGenerator::writeString);
    json.writeEndObject();
  }

  private static void verdict(JsonGenerator json, EntryVerdict verdict) throws IOException {
    json.writeStartObject();
    json.writeStringField("entry", verdict.entry());
    json.writeStringField("verdict", verdict.verdict().word());
    json.writeStringField("evidence", verdict.tier().word());
    json.writeStringField("sentence", verdict.sentence());
    if (verdict.definition().isPresent()) {
      place(json, "definition", verdict.definition().get());
    }
    json.writeEndObject();
  }
}
