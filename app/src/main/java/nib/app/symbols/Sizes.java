package nib.app.symbols;

import java.util.Locale;
import nib.engine.objectfile.SectionTotal.Content;

/// Sizes for people.
final class Sizes {

  private Sizes() {}

  /// `512 B`, `41.8 kB`, `918 MB`.
  static String words(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1000 && unit < 3) {
      size /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, size < 100 ? "%.1f %sB" : "%.0f %sB", size, "kMGT".charAt(unit));
  }

  /// What bytes are, in a word or two.
  static String words(Content content) {
    return switch (content) {
      case CODE -> "Code";
      case DATA -> "Data";
      case READ_ONLY -> "Read-only data";
      case ZEROED -> "Zeroed, not in the file";
      case DEBUG -> "Debugging information";
      case LINKING -> "For the linker";
    };
  }
}
