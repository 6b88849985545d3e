package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The C runtime's source, which comes with the engine.
final class RuntimeSource {

  static final String MAIN = "runtime.c";

  private static final List<String> FILES = List.of(MAIN, "runtime.h");

  private RuntimeSource() {}

  static void writeTo(Path folder) throws IOException {
    for (String file : FILES) {
      Files.writeString(folder.resolve(file), text(file));
    }
  }

  /// Changes with the source.
  static String fingerprint() {
    return Fingerprint.VALUE;
  }

  private static String text(String file) {
    try (var in = RuntimeSource.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the engine");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from the engine", e);
    }
  }

  private static final class Fingerprint {
    static final String VALUE =
        TrialLinker.digest(String.join("\n", FILES.stream().map(RuntimeSource::text).toList()));
  }
}
