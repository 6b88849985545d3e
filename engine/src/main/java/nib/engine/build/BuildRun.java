package nib.engine.build;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.diagnostic.Failure;
import nib.engine.target.Target;

/// The record of one build: everything that was run, said and made.
///
/// @param target the target that the archives are for
/// @param attempts the script's runs, one for each protocol that was tried, in order
/// @param protocol the protocol that worked; empty where none did, or where there is no script
/// @param archives absolute paths, in the order the script gave them
/// @param remarks what the protocol check has to say about the script, in sentences
/// @param failure why there are no archives; empty when the build succeeded
public record BuildRun(
    Path packageRoot,
    Target target,
    Instant started,
    Duration took,
    List<Attempt> attempts,
    Optional<Protocol> protocol,
    List<Path> archives,
    List<String> remarks,
    Optional<Failure> failure) {

  public BuildRun {
    attempts = List.copyOf(attempts);
    archives = List.copyOf(archives);
    remarks = List.copyOf(remarks);
  }

  public boolean succeeded() {
    return failure.isEmpty();
  }

  /// One run of the script.
  ///
  /// @param environment variables that were set or changed for it
  /// @param output both streams, in the order the lines arrived
  /// @param end how it ended
  public record Attempt(
      Protocol protocol,
      List<String> command,
      Path directory,
      Map<String, String> environment,
      Duration took,
      List<OutputLine> output,
      End end) {

    public Attempt {
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
      output = List.copyOf(output);
    }
  }

  /// How a run of the script ended.
  public sealed interface End {
    record Exited(int status) implements End {}

    /// Nib ended it.
    ///
    /// @param after the limit that it ran into
    record TimedOut(Duration after) implements End {}

    record Cancelled() implements End {}

    /// The system refused to start it: no interpreter, wrong format, no permission.
    record NotStarted(String why) implements End {}
  }
}
