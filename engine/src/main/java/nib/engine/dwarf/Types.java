package nib.engine.dwarf;

import java.util.Collections;
import java.util.Map;

/// The types that signatures of one member speak of. It may hold more than one signature needs.
///
/// @param all which nobody changes any more: it is not copied
/// @param addressSize the size of addresses in the member, in bytes
public record Types(Map<TypeId, DwarfType> all, int addressSize) {

  public Types {
    all = Collections.unmodifiableMap(all);
  }

  /// The type with this number; what is not there was not read.
  public DwarfType at(TypeId id) {
    return id.equals(TypeId.VOID)
        ? new DwarfType.Nothing()
        : all.getOrDefault(id, new DwarfType.Other(0, "", 0));
  }
}
