package nib.engine.assist;

import nib.engine.text.Location;
import nib.engine.text.Span;

/// A definition of a module, as an outline lists it.
///
/// @param detail its type as written, in one line
/// @param exported whether other modules can see it
/// @param name where the name stands
/// @param whole the whole definition
public record OutlineItem(
    String written,
    Kind kind,
    String detail,
    boolean exported,
    Location location,
    Span name,
    Span whole) {

  /// What is defined.
  public enum Kind {
    IMPORT,
    FOREIGN_IMPORT,
    ALIAS,
    RECORD,
    FUNCTION,
    FOREIGN_EXPORT
  }
}
