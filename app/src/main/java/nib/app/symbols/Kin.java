package nib.app.symbols;

/// A symbol and those of its name in all members.
///
/// @param definers the definitions that a reference from another member can resolve to
/// @param needers where the name is needed
record Kin(SymbolRow row, RowList definers, RowList needers) {}
