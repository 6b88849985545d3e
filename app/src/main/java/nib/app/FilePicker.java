package nib.app;

import java.nio.file.Path;
import java.util.Locale;
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

  /// A file to write to, new or one that a person agreed to replace. Its name may lack the ending.
  Optional<Path> save(Saving wish);

  /// What is to be saved.
  ///
  /// @param format what people call it: SVG
  /// @param folder where to begin
  /// @param name what the file may be called, without an ending
  record Saving(String format, Path folder, String name) {

    /// The format's ending, with its dot.
    public String ending() {
      return "." + format.toLowerCase(Locale.ROOT);
    }
  }
}
