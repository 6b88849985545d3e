package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import nib.engine.ctype.CType;

/// How a structure lies in memory, on one target.
///
/// @param name as C has it: `pen_any`, `struct Options`
/// @param size in bytes, a multiple of `alignment`, without what may follow it
/// @param alignment in bytes
/// @param fields in the order of their offsets
/// @param tail what follows the fields, of a length that varies; empty where nothing does
public record Layout(String name, int size, int alignment, List<Field> fields, String tail) {

  public Layout {
    fields = List.copyOf(fields);
  }

  /// A field.
  ///
  /// @param offset in bytes, from the start of the structure
  /// @param size in bytes
  public record Field(String name, CType type, int offset, int size) {

    public int end() {
      return offset + size;
    }
  }

  /// Bytes that belong to no field.
  ///
  /// @param offset in bytes, from the start of the structure
  public record Gap(int offset, int size) {}

  /// The gaps before, between and after the fields.
  public List<Gap> padding() {
    var gaps = new ArrayList<Gap>();
    int end = 0;
    for (var field : fields) {
      if (field.offset() > end) {
        gaps.add(new Gap(end, field.offset() - end));
      }
      end = field.end();
    }
    if (size > end) {
      gaps.add(new Gap(end, size - end));
    }
    return List.copyOf(gaps);
  }
}
