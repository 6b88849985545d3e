package nib.engine.build;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nib.engine.diagnostic.Failure;

/// A build that took place, as history keeps it: without its output.
///
/// @param target the triple that the archives are for
/// @param protocol the protocol that worked; empty where none did
/// @param command the last command, as one would type it
/// @param failure why there are no archives; empty when the build succeeded
public record RunRecord(
    Path packageRoot,
    Instant started,
    Duration took,
    String target,
    Optional<Protocol> protocol,
    String command,
    Optional<String> failure) {

  public static RunRecord of(BuildRun run) {
    return new RunRecord(
        run.packageRoot().toAbsolutePath().normalize(),
        run.started(),
        run.took(),
        run.target().triple(),
        run.protocol(),
        run.attempts().isEmpty() ? "" : ShellText.command(run.attempts().getLast().command()),
        run.failure().map(Failure::toString));
  }

  public boolean succeeded() {
    return failure.isEmpty();
  }
}
