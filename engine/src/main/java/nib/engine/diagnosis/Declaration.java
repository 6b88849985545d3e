package nib.engine.diagnosis;

import nib.engine.foreign.Direction;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// What a check needs to know of an entry's Pen side.
///
/// @param symbol the name on the border, without a prefix of the platform
/// @param used whether its module mentions it
public record Declaration(
    String id, Direction direction, String symbol, boolean used, Location location, Span span) {}
