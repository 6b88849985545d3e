package nib.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.Manifest;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PackageLoader;
import nib.engine.packages.PenModule;
import nib.engine.packages.PenPackage;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.DynamicTest;

/// Programs that break a rule, and near misses that keep it, side by side.
///
/// A folder is named like a problem's rule (`unknown-type`) and holds `rejected.pen` and
/// `accepted.pen`; where one module is not enough, `rejected` and `accepted` are folders, each with
/// a package `main` and packages next to it that it depends on. More cases of one rule are
/// `rejected-2.pen` and so on. What is said of a program stands in a `.txt` beside it: of a
/// rejected one, the rule; of an accepted one, nothing of that rule and no error.
public final class ProgramGoldens {

  private ProgramGoldens() {}

  /// One test for each program below a folder of goldens.
  ///
  /// @param check everything that is wrong with a graph's packages
  public static Stream<DynamicTest> tests(
      String folder, Function<PackageGraph, List<Diagnostic>> check) throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var rule : Golden.cases(folder, "")) {
      for (var program : programs(rule)) {
        tests.add(
            DynamicTest.dynamicTest(
                rule.getFileName() + "/" + program.getFileName(),
                () -> check(rule, program, check)));
      }
    }
    return tests.stream();
  }

  /// The rules of a family of problems that no folder of goldens is named like.
  public static Set<String> missing(String folder, Class<? extends Problem> family) {
    return Problems.of(family)
        .map(ProblemText::rule)
        .filter(rule -> !Files.isDirectory(Golden.folder(folder).resolve(rule)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> programs(Path rule) throws IOException {
    try (Stream<Path> entries = Files.list(rule)) {
      var all = entries.filter(one -> !one.toString().endsWith(".txt")).sorted().toList();
      for (String kind : List.of("rejected", "accepted")) {
        assertTrue(
            all.stream().anyMatch(one -> name(one).startsWith(kind)),
            () -> rule + " has no program that is " + kind);
      }
      return all;
    }
  }

  private static void check(Path rule, Path program, Function<PackageGraph, List<Diagnostic>> check)
      throws Exception {
    var found = check.apply(graph(rule, program));
    var base = Files.isDirectory(program) ? program : rule;
    var expected = rule.resolve(name(program).replace(".pen", "") + ".txt");
    boolean rejected = name(program).startsWith("rejected");
    if (rejected || !found.isEmpty() || Files.exists(expected)) {
      Golden.check(
          expected,
          found.stream()
              .map(one -> shown(one, base.toAbsolutePath()))
              .collect(Collectors.joining()));
    }
    var rules = found.stream().map(one -> ProblemText.rule(one.problem())).toList();
    assertEquals(rejected, rules.contains(name(rule)), () -> "says " + rules);
    if (!rejected) {
      assertTrue(
          found.stream().noneMatch(one -> one.severity() == Severity.ERROR), rules::toString);
    }
  }

  private static PackageGraph graph(Path rule, Path program) throws Exception {
    if (Files.isDirectory(program)) {
      return new PackageLoader()
          .load(List.of(program.resolve("main").toAbsolutePath()), List.of(), Optional.empty());
    }
    var file = program.toAbsolutePath();
    var module = PenModule.of(name(program), new SourceText(file, Files.readString(file)));
    var root = rule.toAbsolutePath();
    var pen = new PenPackage(root, new Manifest("library", Map.of()), List.of(module), List.of());
    var id = new PackageId(root.toUri().toString(), true);
    return new PackageGraph(List.of(id), Map.of(id, new LinkedPackage(id, pen, Map.of())));
  }

  private static String shown(Diagnostic one, Path base) {
    var text =
        new StringBuilder(
            "%s: %s: %s\n    (%s)\n"
                .formatted(
                    one.location().relativeTo(base),
                    one.severity().word(),
                    one.message(),
                    one.cure()));
    one.related()
        .forEach(related ->
            text.append(
                "    %s: %s\n"
                    .formatted(related.location().relativeTo(base), related.role().words())));
    return text.toString();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
