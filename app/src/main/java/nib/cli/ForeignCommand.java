package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.foreign.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `nib foreign`: the border as a list.
@Command(
    name = "foreign",
    description = "List a package's foreign imports and exports with their C prototypes.")
final class ForeignCommand extends Answering {

  @Parameters(arity = "0..1", paramLabel = "PACKAGE", description = "The package's folder.")
  private Optional<Path> folder = Optional.empty();

  ForeignCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var packages = new Packages(invocation());
    var opened = packages.open(folder);
    packages.complain(opened);
    switch (format()) {
      case TEXT -> new BorderText(console()).print(opened);
      case JSON -> Json.print(console().out(), "foreign", json -> write(json, opened));
    }
    return Packages.anyError(opened.diagnostics()) ? Status.FOUND : Status.FINE;
  }

  private static void write(JsonGenerator json, OpenedPackage opened) throws IOException {
    json.writeStringField("package", opened.root().toString());
    json.writeStringField("type", opened.kind());
    Json.array(json, "imports", of(opened, Direction.IMPORT), (j, one) -> entry(j, opened, one));
    Json.array(json, "exports", of(opened, Direction.EXPORT), (j, one) -> entry(j, opened, one));
    Json.array(
        json,
        "diagnostics",
        opened.diagnostics(),
        (j, one) -> Json.diagnostic(j, opened.root(), one));
  }

  private static List<Entry> of(OpenedPackage opened, Direction direction) {
    return opened.entries().stream().filter(one -> one.direction() == direction).toList();
  }

  private static void entry(JsonGenerator json, OpenedPackage opened, Entry entry)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", entry.id());
    json.writeStringField("symbol", entry.symbol());
    json.writeStringField("convention", entry.convention().word());
    json.writeStringField("type", entry.penType());
    json.writeStringField("c", entry.prototypes().c());
    json.writeStringField("rust", entry.prototypes().rust());
    Json.array(json, "remarks", entry.remarks(), JsonGenerator::writeString);
    json.writeBooleanField("used", entry.used());
    Json.location(json, opened.root(), entry.location());
    json.writeEndObject();
  }
}
