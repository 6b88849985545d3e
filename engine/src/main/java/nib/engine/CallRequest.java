package nib.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A request to call an entry through its archive.
///
/// @param symbol the import's name on the border
/// @param arguments Pen literals, one for each declared parameter, `none` included
/// @param archives where the function is looked for, in order
/// @param limit how long the call may take
public record CallRequest(
    OpenedPackage opened,
    String symbol,
    List<String> arguments,
    List<Path> archives,
    Duration limit) {

  public CallRequest {
    arguments = List.copyOf(arguments);
    archives = List.copyOf(archives);
  }
}
