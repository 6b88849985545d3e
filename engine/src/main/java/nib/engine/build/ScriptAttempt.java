package nib.engine.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nib.engine.build.BuildRun.Attempt;
import nib.engine.build.BuildRun.End;
import nib.engine.build.OutputLine.Stream;
import nib.engine.process.CommandLine;
import nib.engine.process.Commands;
import nib.engine.process.Completion;
import nib.engine.target.Target;
import nib.engine.target.Targets;

/// One run of a script by one protocol.
///
/// @param output where the archive of the compiler's protocol goes
record ScriptAttempt(ScriptState.Found script, BuildOrder order, Protocol protocol, Path output) {

  /// What a run gave.
  ///
  /// @param archives absolute paths; empty where there is a failure
  /// @param remarks what the run says about the script
  /// @param last whether trying the other protocol makes no sense: it was cancelled, ran too long,
  ///   or did not start
  record Result(
      Attempt attempt,
      List<Path> archives,
      List<String> remarks,
      Optional<ScriptFailure> failure,
      boolean last) {

    Result {
      archives = List.copyOf(archives);
      remarks = List.copyOf(remarks);
    }

    /// Whether the script itself ended the run, and not well.
    boolean exitedBadly() {
      return attempt.end() instanceof End.Exited(int status) && status != 0;
    }
  }

  /// Runs it. The listener gets each line as it arrives.
  ///
  /// @param patience after which the script is said to be still running
  Result run(Commands commands, Duration patience, Consumer<OutputLine> listener) {
    var transcript = new Transcript(listener);
    var printed = new PrintedArchives(folder(), String.valueOf(script.file().getFileName()));
    var watch = Thread.ofVirtual().start(() -> tellAfter(patience, transcript));
    End end;
    try {
      end = end(commands, transcript, printed);
    } finally {
      watch.interrupt();
    }
    var attempt =
        new Attempt(
            protocol, command(), folder(), Map.of(), transcript.after(), transcript.close(), end);
    return judge(attempt, printed);
  }

  private End end(Commands commands, Transcript transcript, PrintedArchives printed) {
    try {
      var completion =
          commands.run(
              new CommandLine(command(), folder(), Map.of(), order.limit()),
              (error, text) -> {
                if (!error) {
                  printed.add(text);
                }
                transcript.add(error ? Stream.ERROR : Stream.OUT, text);
              });
      return switch (completion) {
        case Completion.Exited(int status) -> new End.Exited(status);
        case Completion.TimedOut(var limit) -> new End.TimedOut(limit);
        case Completion.NotStarted(var why) -> new End.NotStarted(why);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new End.Cancelled();
    }
  }

  private void tellAfter(Duration patience, Transcript transcript) {
    try {
      Thread.sleep(patience);
      transcript.add(
          Stream.NIB,
          "still running after %s; Ctrl+C in a terminal or Esc in the window ends it, and Nib does after %s"
              .formatted(ScriptText.seconds(patience), ScriptText.seconds(order.limit())));
    } catch (InterruptedException e) {
      // The script ended first.
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(script.file().toString());
    switch (protocol) {
      case DOCUMENTED ->
          order
              .target()
              .map(Target::triple)
              .ifPresent(triple -> command.addAll(List.of("-t", triple)));
      case COMPILER -> {
        String triple = order.target().orElseGet(Targets::host).triple();
        command.addAll(List.of("-t", triple, output.toString()));
      }
    }
    return command;
  }

  private Path folder() {
    return order.packageRoot().toAbsolutePath().normalize();
  }

  private Result judge(Attempt attempt, PrintedArchives printed) {
    return switch (attempt.end()) {
      case End.Exited(int status) when status == 0 -> made(attempt, printed);
      case End.Exited(int status) ->
          failed(attempt, ScriptFailure.exited(script.file(), attempt, status), false);
      case End.TimedOut(var after) ->
          failed(attempt, ScriptFailure.timedOut(script.file(), attempt, after), true);
      case End.Cancelled() -> failed(attempt, ScriptFailure.cancelled(script.file()), true);
      case End.NotStarted(var why) ->
          failed(attempt, ScriptFailure.notStarted(script.file(), script.text(), why), true);
    };
  }

  private Result made(Attempt attempt, PrintedArchives printed) {
    return switch (protocol) {
      case DOCUMENTED -> {
        printed.resolve();
        var failure = printed.failure().map(ScriptFailure::printed);
        if (failure.isEmpty() && printed.archives().isEmpty()) {
          failure = Optional.of(ScriptFailure.nothing(script.file(), protocol));
        }
        yield new Result(
            attempt,
            failure.isEmpty() ? printed.archives() : List.of(),
            failure.isEmpty() ? printed.remarks() : List.of(),
            failure,
            false);
      }
      case COMPILER ->
          Files.isRegularFile(output)
              ? new Result(attempt, List.of(output), List.of(), Optional.empty(), false)
              : failed(attempt, ScriptFailure.nothing(script.file(), protocol), false);
    };
  }

  private static Result failed(Attempt attempt, ScriptFailure failure, boolean last) {
    return new Result(attempt, List.of(), List.of(), Optional.of(failure), last);
  }
}
