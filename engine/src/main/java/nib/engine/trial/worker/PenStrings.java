package nib.engine.trial.worker;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Optional;

/// Pen strings, made, read and dropped by the runtime in a trial's library: its allocator is the
/// one that the foreign code frees them with.
final class PenStrings {

  private final Function make;
  private final Function length;
  private final Function bytes;
  private final Function drop;

  /// Finds the runtime's functions.
  PenStrings(java.util.function.Function<String, Function> byName) {
    this.make = byName.apply("nib_string_make");
    this.length = byName.apply("nib_string_length");
    this.bytes = byName.apply("nib_string_bytes");
    this.drop = byName.apply("nib_string_drop");
  }

  /// A Pen string that the caller owns; empty for the empty string, which is NULL.
  Optional<Pointer> make(byte[] content) {
    if (content.length == 0) {
      return Optional.empty();
    }
    try (var memory = new Memory(content.length)) {
      memory.write(0, content, 0, content.length);
      return Optional.ofNullable(make.invokePointer(new Object[] {memory, (long) content.length}));
    }
  }

  long lengthOf(Pointer string) {
    return length.invokeLong(new Object[] {string});
  }

  byte[] bytesOf(Pointer string, int count) {
    return bytes.invokePointer(new Object[] {string}).getByteArray(0, count);
  }

  void drop(Pointer string) {
    drop.invokeVoid(new Object[] {string});
  }
}
