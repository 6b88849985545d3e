package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.analysis.Analysis;
import nib.engine.checking.CheckedModule;
import nib.engine.oracle.PenCheckout;
import nib.engine.text.SourceText;
import nib.engine.text.Span;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wherever somebody asks, there is an answer or none, and its spans lie in the text.
final class EveryOffsetTest {

  @TempDir Path folder;

  @Test
  void answersAtEveryOffsetOfTheGoldenModules() throws Exception {
    var cases = goldenModules();
    for (int i = 0; i < cases.size(); i++) {
      Files.copy(cases.get(i), folder.resolve("Case%d.pen".formatted(i)));
    }
    var program = Programs.load(List.of(packageFolder()), Optional.empty());
    var modules = program.modules(Set.copyOf(program.graph().opened()));
    assertEquals(cases.size(), modules.size());
    for (var module : modules) {
      for (int offset = 0; offset <= length(module); offset++) {
        ask(program, module, offset);
        if (offset % (isBroken(module) ? 2 : 29) == 0) {
          complete(program, module, offset);
        }
      }
    }
  }

  private static boolean isBroken(CheckedModule module) {
    return !module.scope().module().diagnostics().isEmpty();
  }

  @Test
  void answersWhileAModuleIsTyped() throws Exception {
    var whole = Files.readString(Golden.folder("syntax").resolve("whole-module.pen"));
    var root = packageFolder();
    var file = root.resolve("Whole.pen");
    for (int end = 0; end <= whole.length(); end++) {
      var typed = new SourceText(file, whole.substring(0, end));
      var program = Programs.load(List.of(root), List.of(typed), Optional.empty());
      var module = program.at(file).orElseThrow();
      ask(program, module, end);
      complete(program, module, end);
    }
  }

  @Test
  @Tag("checkout")
  void answersAtEveryOffsetOfPensOwnPackages() throws Exception {
    var root = PenCheckout.root();
    var checkout = root;
    var program = Programs.load(packages(checkout), Optional.of(checkout));
    int definitions = 0;
    for (var module : program.modules(Set.copyOf(program.graph().opened()))) {
      for (int offset = 0; offset <= length(module); offset++) {
        definitions += ask(program, module, offset) ? 1 : 0;
        if (offset % 37 == 0) {
          complete(program, module, offset);
        }
      }
    }
    assertTrue(definitions > 10_000, "only %d offsets lead to a definition".formatted(definitions));
  }

  private Path packageFolder() throws IOException {
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    return folder;
  }

  private static List<Path> goldenModules() throws IOException {
    try (Stream<Path> files = Files.walk(Golden.folder(""))) {
      return files.filter(file -> file.toString().endsWith(".pen")).sorted().toList();
    }
  }

  private static List<Path> packages(Path checkout) throws IOException {
    try (Stream<Path> files = Files.walk(checkout)) {
      return files
          .filter(file -> file.endsWith("pen.json"))
          .filter(file -> !checkout.relativize(file).toString().contains("/."))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static boolean ask(Analysis program, CheckedModule module, int offset) {
    var place = new Place(program, module, offset);
    HoverFinder.find(place).ifPresent(hover -> within(hover.span(), module));
    return DefinitionFinder.find(place).isPresent();
  }

  private static void complete(Analysis program, CheckedModule module, int offset) {
    for (var one : CompletionFinder.find(new Place(program, module, offset))) {
      within(one.replaced(), module);
      assertTrue(one.replaced().end() == offset, one::toString);
    }
  }

  private static void within(Span span, CheckedModule module) {
    assertTrue(
        0 <= span.start() && span.start() <= span.end() && span.end() <= length(module),
        span::toString);
  }

  private static int length(CheckedModule module) {
    return module.scope().module().source().text().length();
  }
}
