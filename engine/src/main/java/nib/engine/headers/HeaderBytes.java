package nib.engine.headers;

import java.util.List;

/// The bytes that a member begins with: its header in the archive, then the object file's own.
///
/// @param at offset of the first byte in the file
/// @param bytes as they stand in the file; nobody may write to them
/// @param fields what is known of them, in their order
@SuppressWarnings("ArrayRecordComponent") // nobody compares headers
public record HeaderBytes(long at, byte[] bytes, List<Field> fields) {

  /// A part of a header.
  ///
  /// @param at offset in the file
  /// @param length in bytes
  /// @param name as the format's specification calls it
  /// @param value as text, or as a number, hexadecimal where that is how people read it
  public record Field(long at, int length, String name, String value) {}

  public HeaderBytes {
    fields = List.copyOf(fields);
  }

  /// Sixteen bytes a line: offset, numbers, text with a dot for what is none.
  public List<String> lines() {
    var lines = new java.util.ArrayList<String>();
    for (int from = 0; from < bytes.length; from += 16) {
      var numbers = new StringBuilder();
      var text = new StringBuilder();
      for (int i = from; i < from + 16; i++) {
        boolean there = i < bytes.length;
        numbers.append(there ? "%02x ".formatted(bytes[i]) : "   ").append(i % 8 == 7 ? " " : "");
        if (there) {
          text.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
      }
      lines.add("%08x  %s %s".formatted(at + from, numbers, text));
    }
    return List.copyOf(lines);
  }
}
