package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.ExpressionProblem;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageLoader;
import nib.engine.types.Definitions;
import nib.engine.types.ModuleScope;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Programs that are rejected, with every word that is said about them, beside near misses that are
/// not: `golden/checks/<problem>/{rejected,accepted}*`, each a module or a folder of packages, the
/// main one in it or in `app`. What is said stands in a text of the same name; where there is none,
/// nothing is.
final class ChecksGoldenTest {

  private static final Path FOLDER = Golden.folder("checks");

  @TestFactory
  Stream<DynamicTest> saysWhatIsExpected() throws IOException {
    return cases().stream()
        .map(one -> DynamicTest.dynamicTest(FOLDER.relativize(one).toString(), () -> check(one)));
  }

  @Test
  void everyProblemHasARejectedProgramAndOneThatIsAccepted() throws IOException {
    var without = new TreeSet<String>();
    for (var problem : ExpressionProblem.class.getPermittedSubclasses()) {
      var folder = FOLDER.resolve(kebab(problem.getSimpleName()));
      if (!Files.isDirectory(folder) || !hasBoth(folder)) {
        without.add(folder.getFileName().toString());
      }
    }
    assertEquals(new TreeSet<>(), without);
  }

  /// What is only warned of is not rejected.
  private static boolean hasBoth(Path folder) throws IOException {
    var rule = folder.getFileName().toString();
    var texts = new ArrayList<String>();
    boolean clean = false;
    for (var one : casesIn(folder)) {
      var expected = expected(one);
      if (Files.exists(expected)) {
        texts.add(Files.readString(expected));
      }
      clean |= one.getFileName().toString().startsWith("accepted");
    }
    return clean && texts.stream().anyMatch(text -> text.contains(" " + rule + "\n"));
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static void check(Path program) throws Exception {
    var said = new StringBuilder();
    boolean errors = false;
    for (var scope : scopes(program).values()) {
      var diagnostics = new ArrayList<Diagnostic>(scope.module().diagnostics());
      diagnostics.addAll(ModuleChecker.check(scope).diagnostics());
      for (var one : diagnostics) {
        errors |= one.severity() == Severity.ERROR;
        said.append(shown(program, scope, one));
      }
    }
    boolean rejected = program.getFileName().toString().startsWith("rejected");
    assertEquals(rejected, errors, () -> "is it rejected? " + said);
    if (said.isEmpty()) {
      assertFalse(Files.exists(expected(program)), "nothing is said any more");
    } else {
      Golden.check(expected(program), said.toString());
    }
  }

  private static TreeMap<String, ModuleScope> scopes(Path program) throws Exception {
    var scopes = new TreeMap<String, ModuleScope>();
    if (!Files.isDirectory(program)) {
      var name = program.getFileName().toString();
      scopes.put(name, Programs.scope(name, Files.readString(program)));
      return scopes;
    }
    var main = Files.exists(program.resolve("pen.json")) ? program : program.resolve("app");
    var graph = new PackageLoader().load(List.of(main), List.of(), Optional.empty());
    var definitions = Definitions.of(graph, Optional.empty());
    graph
        .packages()
        .forEach((id, linked) ->
            linked
                .pen()
                .modules()
                .forEach(module ->
                    scopes.put(
                        id.url() + module.path(),
                        definitions.scope(new ModuleId(id, module.path())))));
    return scopes;
  }

  private static String shown(Path program, ModuleScope scope, Diagnostic one) {
    var source = scope.module().source();
    var text = source.text(one.span()).lines().findFirst().orElse("");
    var related =
        one.related().stream().map(other -> related(program, other)).collect(Collectors.joining());
    return "%s: %s %s%n  at: %s%n  %s%n  cure: %s%n%s"
        .formatted(
            place(program, one.location()),
            one.severity().word(),
            ProblemText.rule(one.problem()),
            text,
            one.message(),
            one.cure(),
            related)
        .replace(System.lineSeparator(), "\n");
  }

  private static String related(Path program, Related related) {
    return "  %s: %s%n".formatted(related.role().words(), place(program, related.location()));
  }

  private static String place(Path program, nib.engine.text.Location location) {
    return location.relativeTo(Files.isDirectory(program) ? program : program.getParent());
  }

  private static List<Path> cases() throws IOException {
    var cases = new ArrayList<Path>();
    try (Stream<Path> folders = Files.list(FOLDER)) {
      for (var folder : folders.sorted().toList()) {
        var here = casesIn(folder);
        if (here.isEmpty()) {
          fail("no case in " + folder);
        }
        cases.addAll(here);
      }
    }
    return cases;
  }

  private static List<Path> casesIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(one -> !one.toString().endsWith(".txt")).sorted().toList();
    }
  }

  /// The text beside a case.
  private static Path expected(Path program) {
    var name = program.getFileName().toString();
    return program.resolveSibling(name.replaceFirst("\\.pen$", "") + ".txt");
  }
}
