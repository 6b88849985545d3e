package nib.engine.abi;

/// A run of a value's bytes and where it travels.
///
/// @param offset of the first byte within the value
/// @param size in bytes
public record Part(int offset, int size, Place place) {}
