package nib.app;

import java.nio.file.Path;
import java.util.Optional;

/// Asks a person for a folder or a file. The system's own dialogs stand behind it; tests answer at
/// once.
public interface FilePicker {

  /// A package's folder; empty when the person thought better of it.
  Optional<Path> folder();

  /// An archive or an object file.
  Optional<Path> file();
}
