package nib.app;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a folder or a file. The system's own dialogs stand behind it; tests answer at
/// once.
public interface FilePicker {

  /// A folder; empty when the person thought better of it.
  ///
  /// @param title what it is wanted for
  Optional<Path> folder(String title);

  /// An archive or an object file.
  Optional<Path> file();

  /// A file to write to, new or to be replaced.
  ///
  /// @param title what it is for
  /// @param name what it may be called
  Optional<Path> save(String title, String name);
}
