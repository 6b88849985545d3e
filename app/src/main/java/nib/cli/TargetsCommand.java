package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import nib.engine.build.TargetRow;
import picocli.CommandLine.Command;

/// `nib targets`: known triples and what this machine can build for them.
@Command(
    name = "targets",
    description = "List known targets, and what this machine can build for each.")
final class TargetsCommand extends Answering {

  TargetsCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var rows = invocation().workbench().targets();
    switch (format()) {
      case TEXT -> rows.forEach(this::print);
      case JSON ->
          Json.print(
              console().out(),
              "targets",
              json -> Json.array(json, "targets", rows, TargetsCommand::write));
    }
    return Status.FINE;
  }

  private void print(TargetRow row) {
    var console = console();
    var can = new ArrayList<String>();
    if (!row.cCompiler().isEmpty()) {
      can.add("C with " + String.join(" ", row.cCompiler()));
    }
    if (row.rust()) {
      can.add("Rust");
    }
    console.line(
        "%s%s  %s"
            .formatted(
                console.bold("%-29s".formatted(row.target().triple())),
                row.host() ? " this machine" : "",
                can.isEmpty() ? "nothing to build with" : String.join(", ", can)));
    if (!row.target().aliases().isEmpty()) {
      console.line(console.dim("    also " + String.join(", ", row.target().aliases())));
    }
    row.cures().forEach(cure -> console.line(console.dim("    get it: " + cure)));
  }

  private static void write(JsonGenerator json, TargetRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("triple", row.target().triple());
    Json.array(json, "aliases", row.target().aliases(), JsonGenerator::writeString);
    json.writeBooleanField("host", row.host());
    json.writeNumberField("pointerBytes", row.target().pointerBytes());
    Json.array(json, "cCompiler", row.cCompiler(), JsonGenerator::writeString);
    json.writeBooleanField("rust", row.rust());
    Json.array(json, "cures", row.cures(), JsonGenerator::writeString);
    json.writeEndObject();
  }
}
