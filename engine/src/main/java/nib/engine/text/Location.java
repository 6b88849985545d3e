package nib.engine.text;

import java.nio.file.Path;

/// A place a person can go to: a file, and a line and a column that both count from one.
public record Location(Path file, int line, int column) {

  /// `file:line:column`, with the file as `base` sees it when it lies below.
  public String relativeTo(Path base) {
    Path shown = file.startsWith(base) ? base.relativize(file) : file;
    return "%s:%d:%d".formatted(shown, line, column);
  }
}
