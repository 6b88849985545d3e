package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ParserTest {

  @TestFactory
  Stream<DynamicTest> goldens() throws IOException {
    return Golden.cases("syntax", ".pen").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                String.valueOf(file.getFileName()),
                () -> {
                  String text = Files.readString(file);
                  var parsed = Parser.parse(new SourceText(file, text));
                  Golden.check(
                      Path.of(file.toString().replace(".pen", ".txt")),
                      SyntaxPrinter.print(parsed));
                }));
  }

  @Test
  void depthIsAMessageAndNotTheEndOfTheStack() {
    for (String open : List.of("[", "{", "(", "\\(", "[\\(", "{a:[")) {
      var parsed =
          parse("import foreign f " + open.repeat(100_000) + "\nimport foreign g \\() none");
      assertEquals(1, parsed.diagnostics().size(), open);
      assertEquals(
          "more than 150 expressions or types stand inside one another",
          parsed.diagnostics().getFirst().message());
    }
  }

  @Test
  void saysTheNameOfACharacterThatNobodySees() {
    var parsed = parse("\ufeffimport foreign f \\() none");
    assertEquals(
        List.of("a byte order mark (U+FEFF) is no part of the language here"),
        parsed.diagnostics().stream().map(one -> one.message()).toList());
  }

  @Test
  void everyMutantOfAModuleEndsInAModule() throws IOException {
    var random = new Random(7);
    for (var file : Golden.cases("syntax", ".pen")) {
      String text = Files.readString(file);
      for (int i = 0; i < 500; i++) {
        String mutant = mutant(text, random);
        var parsed = parse(mutant);
        for (var diagnostic : parsed.diagnostics()) {
          assertTrue(diagnostic.span().start() <= mutant.length(), mutant);
        }
      }
    }
  }

  private static String mutant(String text, Random random) {
    var mutant = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !mutant.isEmpty(); i--) {
      int at = random.nextInt(mutant.length());
      switch (random.nextInt(3)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, "{}()[]\\\"'|=:,.#x1\n".charAt(random.nextInt(18)));
        default -> mutant.setLength(at);
      }
    }
    return mutant.toString();
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceText(Path.of("Test.pen"), text));
  }
}
