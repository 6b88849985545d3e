package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nib.engine.archive.PlainArchive;
import nib.engine.objectfile.SymbolTable;

/// A text in bytes that grows. Names go through it as the file has them, without becoming strings.
public final class ByteText {

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZEROS = "0000000000000000".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;

  /// Where the text begins.
  private final int from;

  /// Where it ends.
  private int length;

  public ByteText(int expected) {
    bytes = new byte[Math.max(expected, 64)];
    from = 0;
  }

  /// A text in `room` from `at` on; where it does not fit there, it goes elsewhere.
  ByteText(byte[] room, int at) {
    bytes = room;
    from = at;
    length = at;
  }

  /// Where the text ends; beyond the room that it was begun in, if it is elsewhere.
  int end() {
    return length;
  }

  public ByteText add(char ascii) {
    room(1)[length++] = (byte) ascii;
    return this;
  }

  public ByteText add(byte[] text) {
    return add(text, 0, text.length);
  }

  public ByteText add(byte[] text, int from, int size) {
    System.arraycopy(text, from, room(size), length, size);
    length += size;
    return this;
  }

  /// The name of the member that comes.
  public ByteText add(PlainArchive archive) {
    length = archive.copyName(room(archive.nameLength()), length);
    return this;
  }

  public ByteText blanks(int count) {
    Arrays.fill(room(count), length, length + count, (byte) ' ');
    length += count;
    return this;
  }

  /// The number without a sign, its digits in groups of three, with blanks before it where it takes
  /// less room than `width`.
  public ByteText grouped(long number, int width) {
    int digits = 1;
    for (long rest = Long.divideUnsigned(number, 10); rest != 0; rest /= 10) {
      digits++;
    }
    int size = digits + (digits - 1) / 3;
    if (size < width) {
      blanks(width - size);
    }
    var text = room(size);
    long rest = number;
    int at = length + size;
    for (int i = 0; i < digits; i++) {
      if (i > 0 && i % 3 == 0) {
        text[--at] = ',';
      }
      text[--at] = (byte) ('0' + Long.remainderUnsigned(rest, 10));
      rest = Long.divideUnsigned(rest, 10);
    }
    length += size;
    return this;
  }

  /// A symbol's name and the end of the line.
  public ByteText nameLine(SymbolTable symbols, int index) {
    var text = room(symbols.nameLength(index) + 1);
    length = symbols.copyName(index, text, length);
    text[length++] = '\n';
    return this;
  }

  /// The start of a line as `nm` writes it: eight or sixteen digits and a letter.
  ByteText valueAndLetter(long value, int digits, char letter) {
    var text = room(digits + 3);
    digits(text, value, digits);
    return letter(text, digits, letter);
  }

  /// A whole line. One look for room serves all of it, since a listing has a million lines.
  void line(long value, int digits, char letter, SymbolTable symbols, int index) {
    var text = room(digits + 4 + symbols.nameLength(index));
    digits(text, value, digits);
    int at = length + digits;
    text[at] = ' ';
    text[at + 1] = (byte) letter;
    text[at + 2] = ' ';
    int end = symbols.copyName(index, text, at + 3);
    text[end] = '\n';
    length = end + 1;
  }

  private void digits(byte[] text, long value, int digits) {
    int end = length + digits;
    if (value == 0) { // as of every function in a section of its own
      System.arraycopy(ZEROS, 0, text, length, digits);
      return;
    }
    long rest = value;
    for (int i = end - 1; i >= length; i--) {
      text[i] = DIGITS[(int) rest & 0xf];
      rest >>>= 4;
    }
  }

  /// The same with blanks or dashes where the digits are.
  ByteText noValueAndLetter(char fill, int digits, char letter) {
    var text = room(digits + 3);
    Arrays.fill(text, length, length + digits, (byte) fill);
    return letter(text, digits, letter);
  }

  private ByteText letter(byte[] text, int digits, char letter) {
    int at = length + digits;
    text[at] = ' ';
    text[at + 1] = (byte) letter;
    text[at + 2] = ' ';
    length = at + 3;
    return this;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, from, length - from);
  }

  private byte[] room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
    }
    return bytes;
  }
}
