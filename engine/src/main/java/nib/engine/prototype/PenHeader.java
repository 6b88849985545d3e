package nib.engine.prototype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// `pen.h`: the header for authors of libraries in C and C++.
public final class PenHeader {

  private static final String BEGIN = "#ifndef PEN_TYPES\n";
  private static final String END = "#endif /* PEN_TYPES */\n";

  private PenHeader() {}

  /// The whole header.
  public static String text() {
    try (var in = PenHeader.class.getResourceAsStream("pen.h")) {
      if (in == null) {
        throw new IllegalStateException("pen.h is not where this class is");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The part that defines the types, which may be in any number of headers: the first one counts.
  static String types() {
    String text = text();
    return text.substring(text.indexOf(BEGIN), text.indexOf(END) + END.length());
  }
}
