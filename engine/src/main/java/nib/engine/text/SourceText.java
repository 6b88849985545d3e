package nib.engine.text;

import java.nio.file.Path;
import java.util.Arrays;

/// A source file's text, with its lines found once.
public final class SourceText {

  private final Path file;
  private final String text;
  private final int[] lineStarts;

  public SourceText(Path file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  public Path file() {
    return file;
  }

  public String text() {
    return text;
  }

  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  public Location locate(Span span) {
    int found = Arrays.binarySearch(lineStarts, span.start());
    int line = found >= 0 ? found : -found - 2;
    return new Location(file, line + 1, span.start() - lineStarts[line] + 1);
  }

  private static int[] lineStarts(String text) {
    var starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
