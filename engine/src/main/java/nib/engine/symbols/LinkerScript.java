package nib.engine.symbols;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nib.engine.diagnostic.FailureException;

/// A text that stands for libraries (GNU ld manual, "Implicit Linker Scripts"): Debian's libm.a and
/// libc.so are.
final class LinkerScript {

  private static final Pattern SCRIPT = Pattern.compile("\\b(GROUP|INPUT)\\s*\\(([^)]*)\\)?");

  private LinkerScript() {}

  /// What to name instead of the file, where its text is a linker script.
  static Optional<FailureException> refused(Path path, String text) {
    var found = SCRIPT.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    var named = List.of(found.group(2).strip().split("\\s+"));
    boolean allStatic = named.stream().allMatch(name -> name.endsWith(".a"));
    return Optional.of(
        new FailureException(
            path + " is a linker script, a text that stands for other libraries",
            allStatic
                ? "name one of those: " + String.join(" ", named)
                : "name the static archive (.a) of the library"));
  }
}
