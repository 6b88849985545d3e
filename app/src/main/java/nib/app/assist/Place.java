package nib.app.assist;

import java.nio.file.Path;

/// Where a person was in a text.
///
/// @param offset in UTF-16 units
/// @param line counts from zero
/// @param column in UTF-16 units, from zero
public record Place(Path file, int offset, int line, int column) {

  /// Lines that are seen together: going between them is no jump.
  private static final int NEAR = 3;

  static Place of(Path file, String text, int offset) {
    int within = Math.clamp(offset, 0, text.length());
    int line = (int) text.substring(0, within).chars().filter(c -> c == '\n').count();
    return new Place(file, within, line, within - 1 - text.lastIndexOf('\n', within - 1));
  }

  boolean near(Place other) {
    return file.equals(other.file) && Math.abs(line - other.line) <= NEAR;
  }
}
