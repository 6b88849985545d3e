package nib.engine.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.PackageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pen's own packages, where a checkout of `pen-lang/pen` is given in `PEN_ROOT`.
@Tag("checkout")
final class PenCheckoutTest {

  private Path packages = Path.of("");

  @BeforeEach
  void needsACheckout() {
    String root = Optional.ofNullable(System.getenv("PEN_ROOT")).orElse("");
    assumeTrue(!root.isEmpty(), "skipped: PEN_ROOT names no checkout of pen-lang/pen");
    packages = Path.of(root).resolve("packages");
  }

  @Test
  void everyForeignFunctionIsFoundAndNothingIsComplainedAbout() throws Exception {
    int imports = 0;
    int exports = 0;
    var complaints = new ArrayList<String>();
    for (var folder : folders()) {
      var pen = PackageReader.read(folder, Optional.empty());
      var border = Border.of(pen);
      for (var one : border.functions()) {
        if (one.direction() == Direction.IMPORT) {
          imports++;
        } else {
          exports++;
        }
      }
      var all = new ArrayList<Diagnostic>(pen.diagnostics());
      pen.modules().forEach(module -> all.addAll(module.diagnostics()));
      all.addAll(border.diagnostics());
      all.forEach(one -> complaints.add(one.location() + " " + one.message()));
    }
    assertEquals(List.of(), complaints);
    assertEquals(140, imports);
    assertEquals(45, exports);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(packages)) {
      return files.filter(one -> Files.exists(one.resolve("pen.json"))).sorted().toList();
    }
  }
}
