package nib.engine.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A trial as a person orders it.
///
/// @param parameters one for each declared parameter, `none` included
/// @param arguments Pen literals, one for each parameter
/// @param archives where the function is looked for, in order
/// @param limit how long the call may take
public record TrialOrder(
    String symbol,
    List<SlotKind> parameters,
    SlotKind result,
    List<String> arguments,
    List<Path> archives,
    Duration limit) {

  public TrialOrder {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
    archives = List.copyOf(archives);
  }
}
