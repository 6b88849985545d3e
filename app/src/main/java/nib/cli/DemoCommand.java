package nib.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nib.engine.BuildRequest;
import nib.engine.CallRequest;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.FailureException;
import nib.engine.trial.Outcome;
import picocli.CommandLine.Command;

/// `nib demo`: the main job on a sample package, in the window where there is a display, otherwise
/// here.
@Command(
    name = "demo",
    description =
        "Show the main job on the sample packages: in the window, or here without a display.")
final class DemoCommand extends Common {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  DemoCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var samples = invocation().workbench().samples();
    if (samples.isEmpty()) {
      throw new FailureException(
          "this installation came without its sample packages",
          "run it from a checkout, or install it again");
    }
    if (Window.displayed()) {
      return Window.open(invocation(), List.of());
    }
    console().line("No display: the same job on the command line.");
    return onTheCommandLine(samples);
  }

  private int onTheCommandLine(List<Path> samples) throws FailureException, InterruptedException {
    var arithmetic = sample(samples, "arithmetic");
    step("nib foreign " + console().shown(arithmetic.root()));
    new BorderText(console()).print(arithmetic, false);

    var archives = build(arithmetic);
    step("nib check " + console().shown(arithmetic.root()));
    check(arithmetic, archives);

    boolean called = tryCall(arithmetic, archives, "add", "1", "2");
    var text = sample(samples, "text");
    called &= tryCall(text, build(text), "text_reverse", "\"neP\"");

    var broken = sample(samples, "broken");
    var brokenArchives = build(broken);
    step("nib check " + console().shown(broken.root()));
    check(broken, brokenArchives);
    return called ? Status.FINE : Status.FOUND;
  }

  private OpenedPackage sample(List<Path> samples, String name) throws FailureException {
    for (var sample : samples) {
      if (sample.endsWith(name)) {
        return invocation().workbench().open(sample);
      }
    }
    throw new FailureException(
        "the sample package `%s` is missing".formatted(name), "install Nib again");
  }

  private void step(String command) {
    console().blank();
    console().line(console().bold("$ " + command));
  }

  private List<Path> build(OpenedPackage opened) throws FailureException, InterruptedException {
    step("nib build " + console().shown(opened.root()));
    var run =
        invocation()
            .workbench()
            .build(new BuildRequest(opened.root(), Optional.empty(), false, LIMIT), _ -> {});
    if (run.failure().isPresent()) {
      throw new FailureException(run.failure().get());
    }
    run.archives().forEach(one -> console().line(console().shown(one)));
    return run.archives();
  }

  private void check(OpenedPackage opened, List<Path> archives) throws FailureException {
    var workbench = invocation().workbench();
    new CheckText(console()).print(opened, workbench.check(opened, workbench.host(), archives));
  }

  private boolean tryCall(
      OpenedPackage opened, List<Path> archives, String function, String... arguments)
      throws FailureException, InterruptedException {
    step(
        "nib call %s %s %s"
            .formatted(
                console().shown(opened.root()),
                function,
                String.join(" ", List.of(arguments).stream().map(DemoCommand::quoted).toList())));
    var outcome =
        invocation()
            .workbench()
            .call(
                new CallRequest(
                    opened, function, List.of(arguments), archives, Duration.ofSeconds(10)));
    new OutcomeText(console(), function).print(outcome);
    return outcome instanceof Outcome.Returned;
  }

  /// As a shell wants it.
  private static String quoted(String word) {
    return word.startsWith("\"") ? "'" + word + "'" : word;
  }
}
