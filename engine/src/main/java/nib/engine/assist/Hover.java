package nib.engine.assist;

import nib.engine.text.Span;

/// What there is to say about the thing under the pointer.
///
/// @param span the thing, in the asked module
/// @param code its declaration or type as Pen source, one line or a few
/// @param words where it comes from, and the comment above its definition; may be empty
public record Hover(Span span, String code, String words) {}
