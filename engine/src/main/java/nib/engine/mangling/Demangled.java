package nib.engine.mangling;

import java.util.Optional;

/// A mangled name, understood.
///
/// @param text the name for people, with what the mangling tells of its types
/// @param base the last part of the name alone: `scale` for `util::scale(double)`; absent where the
///   symbol is no named thing, such as a vtable
public record Demangled(String text, Optional<String> base) {}
