package nib.engine.archive;

import java.nio.charset.StandardCharsets;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import org.jspecify.annotations.Nullable;

/// What the fields of a member's header say. Large archives have thousands of headers, nearly all
/// written alike, so those are read without making text of them.
final class HeaderFields {

  private static final int SIZE_AT = 48;
  private static final int SIZE_SIZE = 10;

  private HeaderFields() {}

  /// Where the blanks begin that fill the field.
  static int end(byte[] field) {
    int end = field.length;
    while (end > 0 && field[end - 1] == ' ') {
      end--;
    }
    return end;
  }

  /// The digits between two places as a number, or -1 where there is none or something else; there
  /// are at most 18 of them.
  static long number(byte[] field, int from, int end) {
    long number = from < end ? 0 : -1;
    for (int i = from; i < end; i++) {
      if (field[i] < '0' || field[i] > '9') {
        return -1;
      }
      number = number * 10 + field[i] - '0';
    }
    return number;
  }

  /// The name before a slash that is the last of `end` characters, or null.
  static @Nullable String shortName(byte[] field, int end) {
    for (int i = 0; i < end - 1; i++) {
      if (field[i] == '/') {
        return null;
      }
    }
    return field[end - 1] == '/' ? RawText.decode(field, 0, end - 1) : null;
  }

  /// The number in the field for the size: nearly always digits and then blanks.
  static long size(ByteView header) throws MalformedFileException {
    byte[] field = header.copy(SIZE_AT, SIZE_SIZE);
    long size = number(field, 0, end(field));
    return size >= 0
        ? size
        : decimal(header, SIZE_AT, new String(field, StandardCharsets.ISO_8859_1).strip());
  }

  /// The number that the text stands for, which begins at `at` of the header.
  static long decimal(ByteView header, long at, String digits) throws MalformedFileException {
    if (digits.isEmpty() || digits.length() > 18 || !allDigits(digits)) {
      throw header.malformed(at, "`%s` where a decimal number belongs".formatted(digits));
    }
    return Long.parseLong(digits);
  }

  private static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
