package nib.engine.dwarf;

import org.jspecify.annotations.Nullable;

/// A type's number in one [Types]: the offset of its entry in the member's `.debug_info`, behind
/// which a `.debug_types` would continue. Types refer to each other by it, so that a list that
/// holds a pointer to its own kind is finite.
public record TypeId(int value) {

  /// No type at all: what a function that returns nothing returns. No entry stands at offset 0.
  public static final TypeId VOID = new TypeId(0);

  // Written out, since maps of types ask often, and what a record has by itself is made at run
  // time.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypeId id && id.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }
}
