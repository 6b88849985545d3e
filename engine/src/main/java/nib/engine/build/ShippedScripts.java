package nib.engine.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// The scripts of Nib's own sample packages, known by their content.
///
/// They are read by Nib's authors and do nothing but compile the sources beside them, so nobody is
/// asked about them. The list is what `sha256sum` prints; a test holds it against the samples.
final class ShippedScripts {

  private static final String LIST = "shipped-scripts";

  private static final Set<String> DIGESTS = read();

  private ShippedScripts() {}

  static boolean contain(String digest) {
    return DIGESTS.contains(digest);
  }

  private static Set<String> read() {
    try (var list = ShippedScripts.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("the list of shipped scripts is not on the class path");
      }
      var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines();
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> line.substring(0, line.indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
