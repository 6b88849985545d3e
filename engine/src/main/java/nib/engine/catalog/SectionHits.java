package nib.engine.catalog;

import java.util.BitSet;
import nib.engine.binary.NameTable;

/// The rows in whose section's name a word stands.
final class SectionHits {

  private final SymbolCatalog catalog;
  private final byte[] word;
  private final BitSet within = new BitSet();

  /// For each beginning of a section's name, whether the word may start there and end in the
  /// symbol's own name.
  private final BitSet across = new BitSet();

  SectionHits(SymbolCatalog catalog, byte[] lower) {
    this.catalog = catalog;
    this.word = lower;
    for (int i = 0; i < catalog.sections().size(); i++) {
      if (ByteSearch.contains(catalog.sections().piece(i), lower)) {
        within.set(i);
      }
      for (int part = 1; part < lower.length; part++) {
        if (ends(i, part)) {
          across.set(i);
        }
      }
    }
  }

  boolean has(int row) {
    int section = catalog.sectionNumber(row);
    if (within.get(section)) {
      return true;
    }
    if (!catalog.sectionHasName(row)) {
      return false;
    }
    if (ByteSearch.contains(name(row), word)) {
      return true;
    }
    for (int part = 1; across.get(section) && part < word.length; part++) {
      if (ends(section, part) && ByteSearch.begins(name(row), word, part)) {
        return true;
      }
    }
    return false;
  }

  private NameTable.Piece name(int row) {
    return catalog.names().piece(catalog.nameNumber(row));
  }

  /// Whether the section's name ends with so many bytes of the word's beginning.
  private boolean ends(int section, int part) {
    var name = catalog.sections().piece(section);
    return name.length() >= part
        && ByteSearch.begins(
            new NameTable.Piece(name.bytes(), name.at() + name.length() - part, part),
            java.util.Arrays.copyOf(word, part),
            0);
  }
}
