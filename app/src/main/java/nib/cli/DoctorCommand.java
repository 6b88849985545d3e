package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import nib.engine.build.ToolRow;
import picocli.CommandLine.Command;

/// `nib doctor`: the tools that Nib uses.
@Command(
    name = "doctor",
    description = "List the tools that Nib uses, and the commands that install what is missing.")
final class DoctorCommand extends Answering {

  DoctorCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var rows = invocation().workbench().tools();
    switch (format()) {
      case TEXT -> rows.forEach(this::print);
      case JSON ->
          Json.print(
              console().out(),
              "doctor",
              json -> Json.array(json, "tools", rows, DoctorCommand::write));
    }
    boolean missing = rows.stream().anyMatch(row -> row.required() && row.file().isEmpty());
    return missing ? Status.FOUND : Status.FINE;
  }

  private void print(ToolRow row) {
    var console = console();
    if (row.file().isPresent()) {
      console.line(
          "✓ found    %s  %s"
              .formatted(console.bold("%-12s".formatted(row.name())), row.version()));
      console.line(
          console.dim("             %s, for %s".formatted(row.file().get(), row.purpose())));
    } else {
      console.line(
          "%s missing  %s  for %s"
              .formatted(
                  row.required() ? "✗" : "·",
                  console.bold("%-12s".formatted(row.name())),
                  row.purpose()));
      console.line("             get it: " + row.cure());
    }
  }

  private static void write(JsonGenerator json, ToolRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", row.name());
    json.writeStringField("purpose", row.purpose());
    json.writeBooleanField("required", row.required());
    json.writeBooleanField("found", row.file().isPresent());
    json.writeStringField("file", row.file().map(Object::toString).orElse(""));
    json.writeStringField("version", row.version());
    json.writeStringField("cure", row.cure());
    json.writeEndObject();
  }
}
