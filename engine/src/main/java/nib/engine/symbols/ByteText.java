package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nib.engine.objectfile.SymbolTable;

/// A text in bytes that grows. Names go through it as the file has them, without becoming strings.
final class ByteText {

  private byte[] bytes;
  private int length;

  ByteText(int expected) {
    bytes = new byte[Math.max(expected, 64)];
  }

  ByteText add(char ascii) {
    room(1)[length++] = (byte) ascii;
    return this;
  }

  ByteText add(byte[] text) {
    System.arraycopy(text, 0, room(text.length), length, text.length);
    length += text.length;
    return this;
  }

  ByteText ascii(String text) {
    return add(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  ByteText name(SymbolTable symbols, int index) {
    length = symbols.copyName(index, room(symbols.nameLength(index)), length);
    return this;
  }

  /// Sixteen digits.
  ByteText hexadecimal(long value) {
    var text = room(16);
    for (int i = 15; i >= 0; i--) {
      int digit = (int) (value >>> 4 * (15 - i)) & 0xf;
      text[length + i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
    length += 16;
    return this;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  private byte[] room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
    }
    return bytes;
  }
}
