package nib.engine.build;

import java.util.Optional;

/// A script's first line, `#!interpreter argument`, as the system's loader reads it.
///
/// The loader takes the line as bytes up to the line feed. A carriage return before it becomes part
/// of the interpreter's name, and the system then says only that there is no such file.
///
/// @param interpreter the program's path, without a carriage return
/// @param carriageReturn whether the line ends with one
record Shebang(String interpreter, boolean carriageReturn) {

  static Optional<Shebang> of(String script) {
    if (!script.startsWith("#!")) {
      return Optional.empty();
    }
    int end = script.indexOf('\n');
    String line = script.substring(2, end < 0 ? script.length() : end);
    String trimmed = line.strip();
    int blank = trimmed.indexOf(' ');
    return Optional.of(
        new Shebang(blank < 0 ? trimmed : trimmed.substring(0, blank), line.endsWith("\r")));
  }
}
