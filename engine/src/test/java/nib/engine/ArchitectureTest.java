package nib.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The arrows between the engine's packages. ARCHITECTURE.md draws them; this table holds them.
final class ArchitectureTest {

  private static final String ROOT = "nib.engine.";

  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("text", List.of()),
          Map.entry("diagnostic", List.of("text")),
          Map.entry("target", List.of()),
          Map.entry("syntax", List.of("text", "diagnostic")),
          Map.entry("packages", List.of("text", "diagnostic", "syntax")),
          Map.entry("types", List.of("text", "diagnostic", "syntax", "packages")),
          Map.entry("checking", List.of("text", "diagnostic", "syntax", "packages", "types")),
          Map.entry(
              "analysis", List.of("text", "diagnostic", "syntax", "packages", "types", "checking")),
          Map.entry(
              "assist",
              List.of("text", "diagnostic", "syntax", "packages", "types", "checking", "analysis")),
          Map.entry("foreign", List.of("text", "diagnostic", "syntax", "packages", "types")),
          Map.entry("ctype", List.of()),
          Map.entry("abi", List.of("packages", "types", "ctype", "foreign", "target", "text")),
          Map.entry("prototype", List.of("ctype", "abi", "foreign", "types", "packages", "target")),
          Map.entry("explain", List.of("ctype", "abi", "prototype", "target")),
          Map.entry("binary", List.of()),
          Map.entry("archive", List.of("binary")),
          Map.entry("objectfile", List.of("binary")),
          Map.entry("objectfile.elf", List.of("binary", "objectfile")),
          Map.entry("objectfile.coff", List.of("binary", "objectfile")),
          Map.entry("objectfile.macho", List.of("binary", "objectfile")),
          Map.entry("objectfile.bitcode", List.of("binary", "objectfile")),
          Map.entry("objectfile.wasm", List.of("binary", "objectfile")),
          Map.entry("dwarf", List.of("binary", "objectfile")),
          Map.entry("dwarf.passing", List.of("dwarf")),
          Map.entry("mangling", List.of()),
          Map.entry(
              "symbols",
              List.of(
                  "binary",
                  "archive",
                  "objectfile",
                  "objectfile.elf",
                  "objectfile.coff",
                  "objectfile.macho",
                  "objectfile.bitcode",
                  "objectfile.wasm",
                  "dwarf",
                  "mangling",
                  "diagnostic")),
          Map.entry("linkage", List.of("binary", "archive", "objectfile", "symbols", "diagnostic")),
          Map.entry("headers", List.of("objectfile", "binary", "diagnostic")),
          Map.entry("catalog", List.of("symbols", "objectfile", "binary", "diagnostic")),
          Map.entry(
              "diagnosis",
              List.of("symbols", "objectfile", "foreign", "types", "target", "diagnostic", "text")),
          Map.entry("process", List.of()),
          Map.entry("state", List.of("diagnostic", "build", "trial")),
          Map.entry("build", List.of("process", "target", "diagnostic")),
          Map.entry("trial", List.of("process", "target", "diagnostic", "syntax")),
          Map.entry("trial.worker", List.of("trial")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nib.engine");

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    MAY_USE.forEach((name, others) -> {
      var allowed =
          new ArrayList<>(
              List.of(
                  "java..",
                  "javax.sql..",
                  "org.jspecify..",
                  "com.google.errorprone..",
                  ROOT + name));
      others.forEach(other -> allowed.add(ROOT + other));
      libraries(name).forEach(allowed::add);
      classes()
          .that()
          .resideInAPackage(ROOT + name)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(allowed.toArray(String[]::new))
          .allowEmptyShould(true)
          .check(CLASSES);
    });
  }

  /// Libraries have one door each.
  private static List<String> libraries(String name) {
    return switch (name) {
      case "packages" -> List.of("com.fasterxml.jackson.core..");
      case "trial.worker" -> List.of("com.sun.jna..");
      case "state" -> List.of("org.sqlite..");
      default -> List.of();
    };
  }

  @Test
  void everyPackageHasARowInTheTable() {
    var packages =
        CLASSES.stream()
            .map(one -> one.getPackageName())
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(MAY_USE.keySet()), packages);
  }

  @Test
  void nobodyTouchesRawMemory() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoWindow() {
    noClasses().should().dependOnClassesThat().resideInAPackage("javafx..").check(CLASSES);
  }
}
