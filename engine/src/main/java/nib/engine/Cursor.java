package nib.engine;

import java.nio.file.Path;
import java.util.List;
import nib.engine.text.SourceText;

/// Where an editor asks about a module, and among which texts.
///
/// @param open the folders of the packages that are open
/// @param edited unsaved texts that stand in the place of their files
/// @param file the module, absolute
/// @param offset into the module's text, in UTF-16 units
public record Cursor(List<Path> open, List<SourceText> edited, Path file, int offset) {

  public Cursor {
    open = List.copyOf(open);
    edited = List.copyOf(edited);
  }
}
