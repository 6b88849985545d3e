package nib.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.checking.CheckedModule;
import nib.engine.diagnostic.FailureException;
import nib.engine.packages.ModuleId;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzerTest {

  private static final String BASE = "Value = \\(x number) number { x }\n";
  private static final String USER =
      "import 'Base\n\nTwice = \\(x number) number { Base'Value(x) + Base'Value(x) }\n";
  private static final String ALONE = "Alone = \\() number { 1 }\n";

  private final Analyzer analyzer = new Analyzer();
  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    folder = temporary.toRealPath();
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(folder.resolve("Base.pen"), BASE);
    Files.writeString(folder.resolve("User.pen"), USER);
    Files.writeString(folder.resolve("Alone.pen"), ALONE);
  }

  @Test
  void findsNothingWrongInGeneratedPackages() throws IOException, FailureException {
    var generated = GeneratedPackage.write(temporary.resolve("generated"), 3, 2_000);
    var analysis = analyzer.analyze(List.of(generated), List.of(), Optional.empty());
    assertEquals(List.of(), analysis.diagnostics(analysis.graph().opened().getFirst()));
    assertEquals(3, analysis.modules(Set.copyOf(analysis.graph().opened())).size());
  }

  @Test
  void keepsEverythingWhereNothingChanged() throws FailureException {
    var first = analyze();
    var second = analyze();
    for (var name : List.of("Base", "User", "Alone")) {
      assertSame(module(first, name), module(second, name));
    }
  }

  @Test
  void keepsWhatASmallQuestionBetweenDidNotAskFor() throws FailureException {
    var first = analyze();
    analyzer.analyze(List.of(folder), List.of(), Optional.empty());
    assertSame(module(first, "User"), module(analyze(), "User"));
  }

  @Test
  void checksOneModuleAgainWhenABodyChanges() throws FailureException {
    var first = analyze();
    var second = analyze(edited("Base.pen", "Value = \\(x number) number { x + 1 }\n"));
    assertNotSame(module(first, "Base"), module(second, "Base"));
    assertSame(module(first, "User"), module(second, "User"));
    assertSame(module(first, "Alone"), module(second, "Alone"));
  }

  @Test
  void checksWhatSeesAChangedDefinition() throws FailureException {
    var first = analyze();
    assertEquals(0, complaints(first));
    var second = analyze(edited("Base.pen", "Value = \\(x string) number { 1 }\n"));
    assertEquals(2, complaints(second));
    assertNotSame(module(first, "User"), module(second, "User"));
    assertSame(module(first, "Alone"), module(second, "Alone"));
    assertEquals(0, complaints(analyze()));
  }

  /// The call is as wrong as before, and what it calls has moved.
  @Test
  void pointsAtWhereADefinitionOfAnotherModuleStandsNow() throws IOException, FailureException {
    Files.writeString(
        folder.resolve("User.pen"), "import 'Base\n\nF = \\() number { Base'Value(none) }\n");
    assertEquals(List.of(1), declarations(analyze()));
    assertEquals(List.of(3), declarations(analyze(edited("Base.pen", "# One.\n\n" + BASE))));
  }

  private static List<Integer> declarations(Analysis analysis) {
    return analysis.diagnostics(analysis.graph().opened().getFirst()).stream()
        .flatMap(one -> one.related().stream())
        .map(one -> one.location().line())
        .toList();
  }

  @Test
  void seesATypeThroughAModuleBetween() throws IOException, FailureException {
    Files.writeString(folder.resolve("Base.pen"), "type Number = number\n");
    Files.writeString(folder.resolve("Between.pen"), "import 'Base\n\ntype Value = Base'Number\n");
    Files.writeString(
        folder.resolve("User.pen"),
        "import 'Between\n\nAdd = \\(x Between'Value) number { x + 1 }\n");
    assertEquals(0, complaints(analyze()));
    assertTrue(complaints(analyze(edited("Base.pen", "type Number = string\n"))) > 0);
    assertEquals(0, complaints(analyze()));
  }

  @Test
  void noticesFilesThatComeChangeAndGo() throws IOException, FailureException {
    assertEquals(0, complaints(analyze()));
    Files.delete(folder.resolve("Base.pen"));
    assertEquals(1, complaints(analyze()));
    Files.writeString(folder.resolve("Base.pen"), BASE.replace("Value", "Worth"));
    assertEquals(2, complaints(analyze()));
    Files.writeString(folder.resolve("Base.pen"), BASE);
    assertEquals(0, complaints(analyze()));
  }

  private Analysis analyze(SourceText... edited) throws FailureException {
    var analysis = analyzer.analyze(List.of(folder), List.of(edited), Optional.empty());
    complaints(analysis);
    return analysis;
  }

  private SourceText edited(String path, String text) {
    return new SourceText(folder.resolve(path), text);
  }

  private static CheckedModule module(Analysis analysis, String name) {
    return analysis
        .find(new ModuleId(analysis.graph().opened().getFirst(), name + ".pen"))
        .orElseThrow();
  }

  private static int complaints(Analysis analysis) {
    return analysis.diagnostics(analysis.graph().opened().getFirst()).size();
  }
}
