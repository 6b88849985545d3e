package nib.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Expectations as files. `-Dgolden.update=true` writes them, and a run that wrote is red: the diff
/// is the review.
public final class Golden {

  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  public static Path folder(String name) {
    return ROOT.resolve(name).toAbsolutePath();
  }

  /// The cases of a folder: its entries of this ending.
  public static List<Path> cases(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      var cases = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
      if (cases.isEmpty()) {
        fail("no golden case in " + folder);
      }
      return cases;
    }
  }

  public static void check(Path expected, String actual) throws IOException {
    var before = Files.exists(expected) ? Files.readString(expected) : "";
    if (UPDATE && !actual.equals(before)) {
      Files.writeString(expected, actual);
      fail("wrote " + expected + ": read the diff, then run again");
    }
    assertEquals(before, actual, () -> expected + " (-Dgolden.update=true writes it)");
  }
}
