package nib.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.CallRequest;
import nib.engine.trial.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `nib call`: one foreign call in a process of its own.
@Command(
    name = "call",
    synopsisHeading = "Usage: ",
    customSynopsis = "nib call [OPTION]... [PACKAGE] FUNCTION [ARGUMENT]...",
    description = {
      "Call a foreign import in a process of its own and print its result.",
      "Arguments are Pen literals: 3, true, none, '\"text\"'."
    })
final class CallCommand extends Answering {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Trusting trusting;

  @Option(
      names = {"-a", "--archive"},
      paramLabel = "FILE",
      description = "Call into this archive instead of running the script; may be repeated.")
  private List<Path> archives = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      converter = Seconds.class,
      description = "End the call after so many seconds (default: ${DEFAULT-VALUE}).")
  private Duration limit = Duration.ZERO;

  @Parameters(
      arity = "1..*",
      paramLabel = "FUNCTION",
      hidden = true,
      description = "The package, the function and its arguments.")
  private List<String> words = List.of();

  CallCommand(Invocation invocation) {
    super(invocation);
    this.trusting = new Trusting(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var rest = new ArrayList<>(words);
    Optional<Path> folder = Optional.empty();
    if (Files.isDirectory(Path.of(rest.getFirst()))) {
      folder = Optional.of(Path.of(rest.removeFirst()));
    }
    if (rest.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "FUNCTION is missing");
    }
    String function = rest.removeFirst();
    var unknown = rest.stream().filter(word -> word.startsWith("--")).findFirst();
    if (unknown.isPresent() || function.startsWith("-")) {
      throw new ParameterException(
          spec.commandLine(), "there is no option `%s`".formatted(unknown.orElse(function)));
    }
    var opened = new Packages(invocation()).open(folder);
    var files =
        archives.isEmpty()
            ? trusting.built(opened.root(), Optional.empty(), false).archives()
            : archives.stream().map(Path::toAbsolutePath).toList();
    var outcome =
        invocation().workbench().call(new CallRequest(opened, function, rest, files, limit));
    switch (format()) {
      case TEXT -> new OutcomeText(console(), function).print(outcome);
      case JSON ->
          Json.print(console().out(), "call", new OutcomeJson(function, rest, outcome)::write);
    }
    return status(outcome);
  }

  private static int status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned _ -> Status.FINE;
      case Outcome.Refused _ -> Status.FAILED;
      case Outcome.Invalid _,
          Outcome.Crashed _,
          Outcome.Unresolved _,
          Outcome.Exited _,
          Outcome.TimedOut _,
          Outcome.Cancelled _ ->
          Status.FOUND;
    };
  }
}
