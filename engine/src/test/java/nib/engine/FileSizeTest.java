package nib.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A long file is a room with too many doors.
final class FileSizeTest {

  private static final int MOST_LINES = 400;

  @Test
  void noSourceFileIsLongerThanTheBudget() throws IOException {
    var tooLong = new ArrayList<String>();
    int seen = 0;
    for (String module : List.of("engine", "app")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
        for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          seen++;
          long lines = Files.readString(file).lines().count();
          if (lines > MOST_LINES) {
            tooLong.add(file + ": " + lines);
          }
        }
      }
    }
    assertTrue(seen > 100, "too few files were seen: " + seen);
    assertEquals(List.of(), tooLong);
  }
}
