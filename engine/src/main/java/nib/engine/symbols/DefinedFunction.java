package nib.engine.symbols;

import nib.engine.dwarf.Evidence;

/// Where a function is defined, and what debugging information tells of it.
///
/// @param member the member's name
/// @param offset of the member's header in the archive
public record DefinedFunction(String member, long offset, Evidence evidence) {}
