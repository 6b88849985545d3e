package nib.engine.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A program to run and how.
///
/// @param environment variables to set on top of this process's own; an empty value removes one
/// @param limit after which it and its children are ended
public record CommandLine(
    List<String> command, Path directory, Map<String, String> environment, Duration limit) {

  public CommandLine {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
