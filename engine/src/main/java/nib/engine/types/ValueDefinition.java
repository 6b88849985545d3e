package nib.engine.types;

import nib.engine.packages.ModuleId;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// A function or a foreign import that a module defines.
///
/// @param module the module that defines it
/// @param span the name, in the file of the location
public record ValueDefinition(
    String name, Type type, Kind kind, ModuleId module, Location location, Span span) {

  /// How a value came to be.
  public enum Kind {
    FUNCTION,
    FOREIGN_IMPORT
  }
}
