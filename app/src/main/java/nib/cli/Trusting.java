package nib.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.BuildRequest;
import nib.engine.build.BuildRun;
import nib.engine.build.OutputLine;
import nib.engine.build.ScriptState;
import nib.engine.build.TrustAnswer;
import nib.engine.diagnostic.FailureException;
import nib.engine.target.Target;
import picocli.CommandLine.Option;

/// The options of commands that run a package's script.
final class Trusting {

  private final Invocation invocation;

  @Option(
      names = "--trust",
      description =
          "Say yes to running this package's pen-ffi script as it stands. Remembered for this content.")
  private boolean trust;

  @Option(
      names = "--script-timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      converter = Seconds.class,
      description = "End the script after so many seconds (default: ${DEFAULT-VALUE}).")
  private Duration limit = Duration.ZERO;

  Trusting(Invocation invocation) {
    this.invocation = invocation;
  }

  /// Runs the script and shows its output as it comes.
  ///
  /// @param loud whether the script's lines are shown; otherwise only those of a script that failed
  BuildRun build(Path root, Optional<Target> target, boolean loud)
      throws FailureException, InterruptedException {
    var workbench = invocation.workbench();
    if (trust && workbench.script(root) instanceof ScriptState.Found found) {
      workbench.answer(found, TrustAnswer.CONTENT);
    }
    var request = new BuildRequest(root, target, trust, limit);
    var run =
        workbench.build(
            request,
            line -> {
              if (line.stream() == OutputLine.Stream.NIB || (loud && !isAnswer(line))) {
                show(line);
              }
            });
    workbench
        .memoryWarning()
        .ifPresent(warning -> {
          invocation.console().progress("note: " + warning.what());
          invocation.console().hint(warning.cure());
        });
    if (!loud && !run.succeeded()) {
      // A script that does not look at its arguments says the same by either protocol.
      var said = new HashSet<List<String>>();
      run.attempts().stream()
          .map(BuildRun.Attempt::output)
          .filter(output -> said.add(output.stream().map(OutputLine::text).toList()))
          .forEach(output -> output.forEach(this::show));
    }
    return run;
  }

  /// The archives of a build that has to succeed.
  BuildRun built(Path root, Optional<Target> target, boolean loud)
      throws FailureException, InterruptedException {
    var run = build(root, target, loud);
    if (run.failure().isPresent()) {
      throw new FailureException(run.failure().get());
    }
    return run;
  }

  /// A printed path is the script's answer and no progress; it comes out of the command's own
  /// answer.
  private static boolean isAnswer(OutputLine line) {
    return line.stream() == OutputLine.Stream.OUT && line.text().strip().endsWith(".a");
  }

  private void show(OutputLine line) {
    switch (line.stream()) {
      case OUT, ERROR -> invocation.console().err().println("  " + line.text());
      case NIB -> invocation.console().progress("nib: " + line.text());
    }
  }
}
