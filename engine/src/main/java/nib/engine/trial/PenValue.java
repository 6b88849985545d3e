package nib.engine.trial;

import java.util.Arrays;

/// A Pen value that a trial passes or gets back.
public sealed interface PenValue {

  record NumberValue(double value) implements PenValue {}

  record BooleanValue(boolean value) implements PenValue {}

  record NoneValue() implements PenValue {}

  /// A string: bytes, of whatever encoding, and not characters.
  final class StringValue implements PenValue {

    private final byte[] bytes;

    public StringValue(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof StringValue that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return PenLiteral.print(this);
    }
  }
}
