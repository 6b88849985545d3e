package nib.engine.packages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Reads files of UTF-8 text.
final class TextFile {

  private TextFile() {}

  /// @param most bytes that it may have; a file that grows while it is read is not followed
  static String read(Path file, int most) throws UnreadableException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(most + 1);
    } catch (IOException e) {
      throw new UnreadableException(file, e);
    }
    if (bytes.length > most) {
      throw tooLarge(file, most);
    }
    return decoded(file, bytes);
  }

  static UnreadableException tooLarge(Path file, int most) {
    return new UnreadableException("it has more than %,d bytes".formatted(most), file);
  }

  private static String decoded(Path file, byte[] bytes) throws UnreadableException {
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') < 0) {
      return text;
    }
    // Either the file has that character, or it stands for bytes that are none.
    var in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      int offset = in.position();
      var before = new SourceText(file, new String(bytes, 0, offset, StandardCharsets.UTF_8));
      int end = before.text().length();
      var span = new Span(end, end);
      var location = before.locate(span);
      var thrown =
          new UnreadableException(
              "the byte 0x%02X at offset %,d (line %d, column %d) is not UTF-8"
                  .formatted(bytes[offset], offset, location.line(), location.column()),
              location,
              span);
      thrown.initCause(e);
      throw thrown;
    }
  }
}
