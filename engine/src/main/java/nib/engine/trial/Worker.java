package nib.engine.trial;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nib.engine.diagnostic.FailureException;

/// A worker process, seen from the process that started it. Serves one call at a time, all to the
/// same library.
final class Worker {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  /// A process that was told to end, or whose channel has broken, is gone in no time.
  private static final long END_SECONDS = 5;

  private static final File NOTHING = new File("/dev/null");

  private final Path folder;
  private final Process process;
  private final WorkerChannel channel;
  private final WorkerOutput output;
  private Optional<Path> library = Optional.empty();
  private final AtomicBoolean ended = new AtomicBoolean();

  private Worker(Path folder, Process process, WorkerChannel channel, WorkerOutput output) {
    this.folder = folder;
    this.process = process;
    this.channel = channel;
    this.output = output;
  }

  /// Starts a process and does not wait until it is up.
  static Worker start(WorkerCommand command) throws FailureException {
    String mark = "<" + UUID.randomUUID() + ">";
    try {
      var folder = Files.createTempDirectory("nib-trial-");
      try {
        return start(command.line(folder, mark), folder, mark);
      } catch (IOException | FailureException e) {
        clear(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new FailureException(
          "the trial's worker cannot be started: " + e.getMessage(),
          "see that there is a temporary folder to write to and a java in %s"
              .formatted(System.getProperty("java.home")),
          e);
    }
  }

  private static Worker start(List<String> line, Path folder, String mark) throws IOException {
    var channel = WorkerChannel.open(folder);
    try {
      var builder = new ProcessBuilder(line).redirectInput(NOTHING).redirectErrorStream(true);
      WorkerCommand.clean(builder.environment());
      var process = builder.start();
      var output = new WorkerOutput(process.getInputStream(), mark);
      output.start();
      var _ = process.onExit().thenRunAsync(channel::workerEnded, Thread::startVirtualThread);
      return new Worker(folder, process, channel, output);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Whether it can call into this library: it has called into no other.
  boolean serves(Path wanted) {
    return isAlive() && library.map(wanted::equals).orElse(true);
  }

  boolean isAlive() {
    return process.isAlive() && !ended.get();
  }

  boolean isFresh() {
    return library.isEmpty();
  }

  /// Makes one call. Whatever else than a result comes of it, the worker is ended.
  ///
  /// @param limit for the call, the time until the worker is up not counted
  Outcome call(TrialCall call, Path target, Duration limit) throws FailureException {
    var outcome = attempt(call, target, limit);
    if (!(outcome instanceof Outcome.Returned)) {
      end();
    }
    return outcome;
  }

  private Outcome attempt(TrialCall call, Path target, Duration limit) throws FailureException {
    try {
      if (isFresh()) {
        awaitStart();
      }
      library = Optional.of(target);
      channel.send(new WorkerRequest(target.toString(), call));
      return await(limit);
    } catch (InterruptedException e) {
      return new Outcome.Cancelled();
    }
  }

  private void awaitStart() throws FailureException, InterruptedException {
    var first = channel.next(START_LIMIT.toNanos());
    if (first.isPresent()
        && first.get() instanceof WorkerChannel.Event.Said(WorkerMessage.Hello(int version))) {
      checkVersion(version);
      return;
    }
    end();
    throw new FailureException(
        "the trial's worker did not start: " + output.take().lines().findFirst().orElse("no words"),
        "see that %s runs and that memory is left".formatted(System.getProperty("java.home")));
  }

  private void checkVersion(int version) throws FailureException {
    if (version != Wire.VERSION) {
      end();
      throw new FailureException(
          "the trial's worker is of another version of Nib", "close Nib and start it again");
    }
  }

  private Outcome await(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    var stage = WorkerMessage.Stage.LOADING;
    while (true) {
      var event = channel.next(deadline - System.nanoTime());
      if (event.isEmpty()) {
        return outOfTime(stage, limit);
      }
      switch (event.get()) {
        case WorkerChannel.Event.Gone() -> {
          return gone(stage);
        }
        case WorkerChannel.Event.Said(WorkerMessage.Reached(var next)) -> stage = next;
        case WorkerChannel.Event.Said(var message) -> {
          return outcome(message);
        }
      }
    }
  }

  private Outcome outcome(WorkerMessage message) throws InterruptedException {
    return switch (message) {
      case WorkerMessage.Returned(var value, var took) ->
          new Outcome.Returned(PenLiteral.print(value), took, output.take());
      case WorkerMessage.Invalid(var what, var cure) ->
          new Outcome.Invalid(what, cure, output.take());
      case WorkerMessage.Refused(var reason, var cure) -> new Outcome.Refused(reason, cure);
      case WorkerMessage.Hello _, WorkerMessage.Reached _ ->
          new Outcome.Refused("the trial's worker spoke out of turn", "try again");
    };
  }

  /// A worker whose memory is damaged may hang in the middle of its own crash report.
  private Outcome outOfTime(WorkerMessage.Stage stage, Duration limit) throws InterruptedException {
    var report = report();
    end();
    String words = output.take();
    return report.isPresent()
        ? new WorkerDeath(process.exitValue(), stage, words).outcome(report)
        : new Outcome.TimedOut(limit, words);
  }

  private Outcome gone(WorkerMessage.Stage stage) throws InterruptedException {
    if (ended.get()) {
      return new Outcome.Cancelled();
    }
    var answer = folder.resolve(Wire.ANSWER_FILE);
    if (Files.exists(answer)) {
      try (var in = Files.newInputStream(answer)) {
        return outcome(Wire.readMessage(in));
      } catch (IOException e) {
        // It broke off while it was written. How the process ended is still known.
      }
    }
    return new WorkerDeath(process.exitValue(), stage, output.take()).outcome(report());
  }

  private Optional<CrashReport> report() {
    String name = library.map(path -> path.getFileName().toString()).orElse("");
    return CrashReport.read(WorkerCommand.crashReport(folder), name);
  }

  /// Ends the process and all that it started, except what has left its process group and lost its
  /// parent.
  void end() {
    if (ended.getAndSet(true)) {
      return;
    }
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    channel.close();
    if (!isFresh()) {
      endGroup();
    }
    awaitEnd();
    clear(folder);
  }

  /// Children of a worker that is gone have no parent any more, but they are still in its group.
  private void endGroup() {
    try {
      new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + process.pid())
          .redirectInput(NOTHING)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .orTimeout(END_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (IOException | CompletionException e) {
      // Without a shell there is nothing to end the rest with.
    }
  }

  private void awaitEnd() {
    try {
      process.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      // The system keeps it, in a call of its own; it will go when that comes back.
    }
  }

  private static void clear(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The system clears its temporary folder.
    }
  }
}
