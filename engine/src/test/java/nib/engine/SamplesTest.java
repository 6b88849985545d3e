package nib.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesTest {

  private static final Path SHIPPED = Path.of("../sample-packages").toAbsolutePath().normalize();

  @TempDir private Path own;

  @Test
  void aCheckoutsAreUsedWhereTheyStand() {
    var names = List.of("arithmetic", "text", "greeter-rust", "broken");
    assertEquals(names.stream().map(SHIPPED::resolve).toList(), Samples.find(SHIPPED, own, false));
  }

  @Test
  void anInstallationsAreCopiedAndWhatAPersonChangedStays() throws Exception {
    var first = Samples.find(SHIPPED, own, true).getFirst();
    assertEquals(own.toRealPath().resolve("arithmetic"), first);
    assertTrue(Files.isExecutable(first.resolve("pen-ffi.sh")));
    Files.writeString(first.resolve("Arithmetic.pen"), "mine");
    Files.delete(first.resolve("README.md"));
    Samples.find(SHIPPED, own, true);
    assertEquals("mine", Files.readString(first.resolve("Arithmetic.pen")));
    assertTrue(Files.exists(first.resolve("README.md")));
  }
}
