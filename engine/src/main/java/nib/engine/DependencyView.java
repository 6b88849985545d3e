package nib.engine;

import java.nio.file.Path;
import java.util.List;
import nib.engine.diagnostic.Failure;

/// A package that another one depends on, directly or not.
///
/// @param name the name it is imported under by the first package that depends on it
/// @param url as written in `pen.json`
public record DependencyView(String name, String url, State state) {

  /// What became of it.
  public sealed interface State {

    /// It was read in place.
    ///
    /// @param entries its border
    record Read(Path root, List<Entry> entries) implements State {
      public Read {
        entries = List.copyOf(entries);
      }
    }

    /// Git fetches it; `command` is how.
    record Git(String command) implements State {}

    /// It could not be read.
    record Unavailable(Failure why) implements State {}
  }
}
