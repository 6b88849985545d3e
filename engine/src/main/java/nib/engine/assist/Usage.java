package nib.engine.assist;

import nib.engine.text.Location;
import nib.engine.text.Span;

/// A place that mentions something.
///
/// @param module the module's path in its package
/// @param line the text of the line, without the blanks around it
/// @param definition whether it is defined there
public record Usage(String module, Location location, Span span, String line, boolean definition) {}
