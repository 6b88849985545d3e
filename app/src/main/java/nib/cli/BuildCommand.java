package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.build.BuildRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nib build`: runs a package's script and prints the archives' paths.
@Command(
    name = "build",
    description = "Run a package's pen-ffi script and print the paths of the archives it made.")
final class BuildCommand extends Answering {

  @Mixin private final Trusting trusting;

  @Option(
      names = {"-t", "--target"},
      paramLabel = "TRIPLE",
      description = "Build for this target; may be repeated.")
  private List<String> triples = List.of();

  @Option(
      names = {"-q", "--quiet"},
      description = "Do not show the script's own output.")
  private boolean quiet;

  @Parameters(arity = "0..1", paramLabel = "PACKAGE", description = "The package's folder.")
  private Optional<Path> folder = Optional.empty();

  BuildCommand(Invocation invocation) {
    super(invocation);
    this.trusting = new Trusting(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var packages = new Packages(invocation());
    var opened = packages.open(folder);
    var targets = packages.targets(triples);
    var runs = new ArrayList<BuildRun>();
    if (triples.isEmpty()) {
      runs.add(trusting.build(opened.root(), Optional.empty(), !quiet));
    }
    for (var target : targets) {
      if (triples.size() > 1) {
        console().progress("building for " + target.triple());
      }
      runs.add(trusting.build(opened.root(), Optional.of(target), !quiet));
    }
    switch (format()) {
      case TEXT ->
          runs.forEach(run -> run.archives().forEach(one -> console().line(one.toString())));
      case JSON ->
          Json.print(
              console().out(),
              "build",
              json -> Json.array(json, "runs", runs, BuildCommand::write));
    }
    runs.forEach(this::complain);
    return runs.stream().allMatch(BuildRun::succeeded) ? Status.FINE : Status.FAILED;
  }

  private void complain(BuildRun run) {
    run.remarks().forEach(remark -> console().progress("note: " + remark));
    run.failure()
        .ifPresent(failure -> {
          console().complain(failure.what());
          console().hint(failure.cure());
        });
  }

  private static void write(JsonGenerator json, BuildRun run) throws IOException {
    json.writeStartObject();
    json.writeStringField("target", run.target().triple());
    json.writeBooleanField("succeeded", run.succeeded());
    json.writeStringField("protocol", run.protocol().map(one -> one.word()).orElse(""));
    json.writeStringField("started", run.started().toString());
    json.writeNumberField("milliseconds", run.took().toMillis());
    Json.array(json, "archives", run.archives(), (j, one) -> j.writeString(one.toString()));
    Json.array(json, "attempts", run.attempts(), BuildCommand::write);
    Json.array(json, "remarks", run.remarks(), JsonGenerator::writeString);
    if (run.failure().isPresent()) {
      json.writeObjectFieldStart("failure");
      Json.failure(run.failure().get()).write(json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, BuildRun.Attempt attempt) throws IOException {
    json.writeStartObject();
    json.writeStringField("protocol", attempt.protocol().word());
    Json.array(json, "command", attempt.command(), JsonGenerator::writeString);
    json.writeStringField("directory", attempt.directory().toString());
    json.writeStringField("end", end(attempt.end()));
    json.writeNumberField("milliseconds", attempt.took().toMillis());
    Json.array(
        json,
        "output",
        attempt.output(),
        (j, line) -> {
          j.writeStartObject();
          j.writeStringField("stream", stream(line.stream()));
          j.writeStringField("text", line.text());
          j.writeEndObject();
        });
    json.writeEndObject();
  }

  private static String stream(nib.engine.build.OutputLine.Stream stream) {
    return switch (stream) {
      case OUT -> "stdout";
      case ERROR -> "stderr";
      case NIB -> "nib";
    };
  }

  private static String end(BuildRun.End end) {
    return switch (end) {
      case BuildRun.End.Exited(var status) -> "exit status " + status;
      case BuildRun.End.TimedOut(var after) -> "ended after " + after.toMillis() + " ms";
      case BuildRun.End.Cancelled() -> "cancelled";
      case BuildRun.End.NotStarted(var why) -> "not started: " + why;
    };
  }
}
