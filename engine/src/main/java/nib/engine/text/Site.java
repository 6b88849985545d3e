package nib.engine.text;

/// Where something is defined.
///
/// @param span the name, in the file of the location
public record Site(Location location, Span span) {}
