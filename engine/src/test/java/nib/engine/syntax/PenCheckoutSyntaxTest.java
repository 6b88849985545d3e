package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.oracle.PenCheckout;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// All modules of a checkout of `pen-lang/pen`, where one is given in `PEN_ROOT`.
@Tag("checkout")
final class PenCheckoutSyntaxTest {

  @Test
  void everyModuleParsesWithoutAComplaint() throws IOException {
    var root = PenCheckout.root();
    var complaints = new ArrayList<String>();
    int modules = 0;
    for (var file : modules(root)) {
      modules++;
      var source = new SourceText(file, Files.readString(file));
      var parsed = Parser.parse(source);
      parsed.diagnostics().forEach(one -> complaints.add(one.location() + " " + one.message()));
      new SyntaxTree(source, parsed).check();
      assertTrue(ReferenceGrammar.accepts(source.text()), file::toString);
    }
    assertEquals(List.of(), complaints);
    assertEquals(162, modules);
  }

  private static List<Path> modules(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".pen")).toList();
    }
  }
}
