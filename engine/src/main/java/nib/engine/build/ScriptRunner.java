package nib.engine.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nib.engine.build.ScriptFailure.Telling;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.process.Commands;
import nib.engine.target.Targets;

/// Runs a package's script for a target: by the documented protocol, and if that gives no archive,
/// by the compiler's. What worked goes first the next time, for as long as the script stays as it
/// is.
public final class ScriptRunner {

  private static final int DIGEST_LETTERS = 12;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.+-]");

  private final Commands commands;
  private final ProtocolMemory memory;
  private final Path cacheFolder;
  private final Duration patience;

  /// Builds with what `memory` knows of scripts.
  ///
  /// @param cacheFolder where archives of the compiler's protocol go; made when it is needed
  public ScriptRunner(Commands commands, ProtocolMemory memory, Path cacheFolder) {
    this(commands, memory, cacheFolder, Duration.ofSeconds(10));
  }

  /// @param patience after which a running script is said to be still running
  ScriptRunner(Commands commands, ProtocolMemory memory, Path cacheFolder, Duration patience) {
    this.commands = commands;
    this.memory = memory;
    this.cacheFolder = cacheFolder;
    this.patience = patience;
  }

  /// Runs the script. One that fails, runs too long or is cancelled is a [BuildRun] with a failure
  /// in it. When the calling thread is interrupted, the script and everything it started are ended,
  /// the record of what was is returned, and the thread is still interrupted.
  ///
  /// @param listener gets each line as it arrives, on another thread
  /// @throws FailureException when it may not run, or is not there any more
  public BuildRun run(ScriptState.Found script, BuildOrder order, Consumer<OutputLine> listener)
      throws FailureException {
    see(script, order);
    var started = Instant.now();
    long start = System.nanoTime();
    var remarks = new ArrayList<>(script.remarks());
    var results = attempts(script, order, listener);
    var last = results.getLast();
    boolean success = last.failure().isEmpty();
    results.forEach(result -> remarks.addAll(result.remarks()));
    if (success && results.size() > 1) {
      remarks.add(oneProtocolOnly(script, last.attempt().protocol()));
    }
    return new BuildRun(
        order.packageRoot(),
        order.target().orElseGet(Targets::host),
        started,
        Duration.ofNanos(System.nanoTime() - start),
        results.stream().map(ScriptAttempt.Result::attempt).toList(),
        success ? Optional.of(last.attempt().protocol()) : Optional.empty(),
        last.archives(),
        remarks,
        success ? Optional.empty() : Optional.of(failure(script, results)));
  }

  /// A last look before it runs: somebody said yes to the text that was shown, not to another one.
  private static void see(ScriptState.Found script, BuildOrder order) throws FailureException {
    var refusal = ScriptText.refusal(order.packageRoot(), script, order.allowOnce());
    if (refusal.isPresent()) {
      throw new FailureException(refusal.get().what(), refusal.get().cure());
    }
    try {
      boolean same = ScriptFile.read(script.file()).digest().equals(script.digest());
      if (!same && script.trust() != Trust.FOLDER) {
        throw new FailureException(
            "%s was changed since it was read".formatted(script.file()),
            "read it again before it runs");
      }
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be read: %s".formatted(script.file(), e.getMessage()),
          "see that it is still there and that you may read it",
          e);
    }
  }

  private List<ScriptAttempt.Result> attempts(
      ScriptState.Found script, BuildOrder order, Consumer<OutputLine> listener)
      throws FailureException {
    var remembered = memory.protocolOf(script.digest());
    var output = output(order);
    var results = new ArrayList<ScriptAttempt.Result>();
    for (var protocol : order(remembered)) {
      if (protocol == Protocol.COMPILER) {
        clear(output);
      }
      var result =
          new ScriptAttempt(script, order, protocol, output).run(commands, patience, listener);
      results.add(result);
      boolean known = remembered.equals(Optional.of(protocol));
      if (result.failure().isEmpty()) {
        if (!known) {
          memory.remember(script.digest(), protocol);
        }
        break;
      }
      if (result.last() || (known && result.exitedBadly())) {
        break;
      }
    }
    return results;
  }

  private static List<Protocol> order(Optional<Protocol> first) {
    return first.equals(Optional.of(Protocol.COMPILER))
        ? List.of(Protocol.COMPILER, Protocol.DOCUMENTED)
        : List.of(Protocol.DOCUMENTED, Protocol.COMPILER);
  }

  /// The path for the compiler's protocol.
  private Path output(BuildOrder order) {
    Path root = order.packageRoot().toAbsolutePath().normalize();
    String name = root.getFileName() == null ? "package" : root.getFileName().toString();
    String plain = UNSAFE.matcher(name).replaceAll("_");
    String own = plain + "-" + ScriptFile.digest(root.toString()).substring(0, DIGEST_LETTERS);
    String triple = order.target().orElseGet(Targets::host).triple();
    return cacheFolder
        .toAbsolutePath()
        .resolve("archives")
        .resolve(own)
        .resolve(triple)
        .resolve("lib" + plain + ".a");
  }

  /// Leaves nothing at the path: an archive of an earlier run must not pass for a new one.
  private void clear(Path output) throws FailureException {
    try {
      Files.createDirectories(output.resolveSibling(""));
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new FailureException(
          "%s cannot be written: %s".formatted(output, e.getMessage()),
          "make room, or give yourself the right to write there; all of %s may be deleted"
              .formatted(cacheFolder),
          e);
    }
  }

  private static String oneProtocolOnly(ScriptState.Found script, Protocol worked) {
    String name = ScriptText.name(script.file());
    return switch (worked) {
      case COMPILER ->
          name
              + " follows the compiler's protocol and not the manual's: print the archive's absolute"
              + " path when there is no argument after `-t <target>`";
      case DOCUMENTED ->
          name
              + " follows the manual's protocol and not the compiler's: copy the archive to the path"
              + " that follows `-t <target>`";
    };
  }

  /// The failure that says most about the cause; the first one where several say as much.
  private static Failure failure(ScriptState.Found script, List<ScriptAttempt.Result> results) {
    var failures = results.stream().flatMap(result -> result.failure().stream()).toList();
    if (failures.stream().allMatch(one -> one.telling() == Telling.NOTHING)) {
      return ScriptFailure.nothingAtAll(script.file());
    }
    return failures.stream()
        .reduce((best, one) -> one.telling().compareTo(best.telling()) > 0 ? one : best)
        .orElseThrow()
        .failure();
  }
}
