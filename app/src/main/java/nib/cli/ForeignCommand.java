package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nib.engine.DependencyView;
import nib.engine.DependencyView.State;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.Failure;
import nib.engine.foreign.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nib foreign`: the border as a list.
@Command(
    name = "foreign",
    description = "List the foreign imports and exports of packages with their C prototypes.",
    footer = {
      "",
      "Packages of pen:/// URLs are read in place, under the folder that PEN_ROOT names.",
      "Exit status: 0 fine; 1 an error in a package or in what it depends on; 2 a package could not"
          + " be read."
    })
final class ForeignCommand extends Answering {

  @Option(
      names = {"-d", "--dependencies"},
      description = "List those of the packages that they depend on as well.")
  private boolean dependencies;

  @Parameters(
      arity = "0..*",
      paramLabel = "PACKAGE",
      description = "The packages' folders. Several are held against each other.")
  private List<Path> folders = List.of();

  ForeignCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var packages = new Packages(invocation());
    var opened = packages.open(folders);
    var all = opened.all();
    opened.failures().forEach(packages::complain);
    all.forEach(packages::complain);
    switch (format()) {
      case TEXT -> {
        var text = new BorderText(console());
        for (int i = 0; i < all.size(); i++) {
          if (i > 0) {
            console().blank();
          }
          text.print(all.get(i), dependencies);
        }
      }
      case JSON -> Json.print(console().out(), "foreign", json -> write(json, opened));
    }
    if (!opened.failures().isEmpty()) {
      return Status.FAILED;
    }
    return all.stream().anyMatch(one -> Packages.anyError(one.diagnostics()))
        ? Status.FOUND
        : Status.FINE;
  }

  private void write(JsonGenerator json, Packages.Together opened) throws IOException {
    var all = opened.all();
    json.writeStringField("package", all.getFirst().root().toString());
    json.writeStringField("type", all.getFirst().kind());
    Json.array(json, "packages", all, this::writePackage);
    Json.array(json, "failures", opened.failures(), ForeignCommand::failure);
    json.writeArrayFieldStart("imports");
    entries(json, all, Direction.IMPORT);
    json.writeEndArray();
    json.writeArrayFieldStart("exports");
    entries(json, all, Direction.EXPORT);
    json.writeEndArray();
    json.writeArrayFieldStart("diagnostics");
    for (var each : all) {
      for (var one : each.diagnostics()) {
        Json.diagnostic(json, each.root(), one);
      }
    }
    json.writeEndArray();
  }

  private void writePackage(JsonGenerator json, OpenedPackage opened) throws IOException {
    json.writeStartObject();
    json.writeStringField("package", opened.root().toString());
    json.writeStringField("type", opened.kind());
    Json.array(json, "dependencies", opened.dependencies(), ForeignCommand::dependency);
    json.writeEndObject();
  }

  private static void failure(JsonGenerator json, Failure failure) throws IOException {
    json.writeStartObject();
    Json.failure(failure).write(json);
    json.writeEndObject();
  }

  private static void dependency(JsonGenerator json, DependencyView view) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", view.name());
    json.writeStringField("url", view.url());
    switch (view.state()) {
      case State.Read(var root, _) -> {
        json.writeStringField("state", "read");
        json.writeStringField("package", root.toString());
      }
      case State.Git(var command) -> {
        json.writeStringField("state", "git");
        json.writeStringField("command", command);
      }
      case State.Unavailable(var why) -> {
        json.writeStringField("state", "unavailable");
        Json.failure(why).write(json);
      }
    }
    json.writeEndObject();
  }

  private void entries(JsonGenerator json, List<OpenedPackage> all, Direction direction)
      throws IOException {
    for (var opened : all) {
      for (var entry : opened.entries()) {
        if (entry.direction() == direction) {
          entry(json, opened.root(), entry);
        }
      }
      for (var view : dependencies ? opened.dependencies() : List.<DependencyView>of()) {
        if (view.state() instanceof State.Read(var root, var entries)) {
          for (var entry : entries) {
            if (entry.direction() == direction) {
              entry(json, root, entry);
            }
          }
        }
      }
    }
  }

  private static void entry(JsonGenerator json, Path root, Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", entry.id());
    json.writeStringField("package", root.toString());
    json.writeStringField("symbol", entry.symbol());
    json.writeStringField("convention", entry.convention().word());
    json.writeStringField("type", entry.penType());
    json.writeStringField("c", entry.prototypes().c().text());
    json.writeStringField("rust", entry.prototypes().rust().text());
    Json.array(json, "remarks", entry.remarks(), JsonGenerator::writeString);
    json.writeBooleanField("used", entry.used());
    Json.location(json, root, entry.location());
    json.writeEndObject();
  }
}
