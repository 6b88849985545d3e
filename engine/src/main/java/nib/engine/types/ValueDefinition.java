package nib.engine.types;

import nib.engine.packages.ModuleId;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.Span;

/// A function or a foreign import that a module defines. Equal definitions may have moved.
///
/// @param module the module that defines it
/// @param anchor where its name stands
public record ValueDefinition(String name, Type type, Kind kind, ModuleId module, Anchor anchor) {

  public ValueDefinition(
      String name, Type type, Kind kind, ModuleId module, Location location, Span span) {
    this(name, type, kind, module, Anchor.at(new Site(location, span)));
  }

  /// How a value came to be.
  public enum Kind {
    FUNCTION,
    FOREIGN_IMPORT,
    /// An import names it, and the imported module cannot be read or does not parse. Its type is
    /// [Type.Unknown], and its place is the import.
    UNRESOLVED
  }

  public Location location() {
    return anchor.site().location();
  }

  /// The name, in the file of the location.
  public Span span() {
    return anchor.site().span();
  }
}
