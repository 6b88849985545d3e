package nib.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.process.CommandLine;
import nib.engine.process.SystemCommands;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The sample packages build, by both protocols, and hold what their modules import.
@Timeout(300)
final class SamplePackagesTest {

  private static final Path SAMPLES = Path.of("../sample-packages").toAbsolutePath().normalize();

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Pattern IMPORT =
      Pattern.compile("^import foreign \"c\" (\\w+) ", Pattern.MULTILINE);

  private static final Pattern EXPORT =
      Pattern.compile("^foreign \"c\" (\\w+) ", Pattern.MULTILINE);

  /// What `nm` says of the four faults that a check has to find.
  private static final Map<String, String> FAULTS =
      Map.of("center", "", "area", "", "scale", "t", "gravity", "D");

  @TempDir Path folder;

  private final OpenMemory memory = new OpenMemory();

  @TestFactory
  Stream<DynamicTest> buildByBothProtocolsFromAnyFolder() throws IOException {
    return samples().map(name -> DynamicTest.dynamicTest(name, () -> checkProtocols(name)));
  }

  private void checkProtocols(String name) throws Exception {
    Path root = copy(name);
    var script = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(root, memory));
    assertEquals(Trust.SHIPPED, script.trust());
    assertEquals(List.of(), script.remarks());
    assumeTrue(compilerFor(name), () -> name + " needs a compiler that is not here");

    var printed = build(script, root);
    assertEquals(Optional.of(Protocol.DOCUMENTED), printed.protocol(), printed::toString);
    assertEquals(List.of(), printed.remarks());
    memory.remember(script.digest(), Protocol.COMPILER);
    var left = build(script, root);
    assertEquals(Optional.of(Protocol.COMPILER), left.protocol(), left::toString);
    assertEquals(-1, Files.mismatch(printed.archives().getFirst(), left.archives().getFirst()));
    assertEquals(Set.of(".pen"), added(name, root), "nothing is written but to .pen");
  }

  @TestFactory
  Stream<DynamicTest> holdWhatTheirModulesImport() throws IOException {
    return samples().map(name -> DynamicTest.dynamicTest(name, () -> checkImports(name)));
  }

  private void checkImports(String name) throws Exception {
    assumeTrue(compilerFor(name), () -> name + " needs a compiler that is not here");
    Path root = copy(name);
    var script = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(root, memory));
    var symbols = nm(build(script, root).archives().getFirst());
    var missing = new TreeMap<String, String>();
    for (var symbol : names(root, IMPORT)) {
      String kind = symbols.getOrDefault(symbol, "");
      if (!kind.equals("T")) {
        missing.put(symbol, kind);
      }
    }
    assertEquals(name.equals("broken") ? new TreeMap<>(FAULTS) : Map.of(), missing);
    for (var symbol : names(root, EXPORT)) {
      assertEquals("", symbols.getOrDefault(symbol, ""), "Pen defines it: " + symbol);
    }
  }

  @Test
  void theListOfShippedScriptsIsTheirDigests() throws Exception {
    String list = run(SAMPLES, "sh", "-c", "sha256sum */pen-ffi.sh");
    try (var shipped = ShippedScripts.class.getResourceAsStream("shipped-scripts")) {
      assertEquals(
          list,
          new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8),
          "write it anew: sha256sum */pen-ffi.sh in sample-packages");
    }
  }

  @Test
  void theScriptsAreCleanToShellcheck() throws Exception {
    assumeTrue(has("shellcheck"), "shellcheck is not here: apt-get install shellcheck");
    assertEquals("", run(SAMPLES, "sh", "-c", "shellcheck */pen-ffi.sh"));
  }

  @Test
  void theBrokenSampleHasANearSpellingAndACppName() throws Exception {
    assumeTrue(compilerFor("broken"), "broken needs a C++ compiler: apt-get install g++");
    Path root = copy("broken");
    var script = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(root, memory));
    var symbols = nm(build(script, root).archives().getFirst());
    assertEquals("T", symbols.get("centre"));
    assertEquals("T", symbols.get("_Z4areadd"));
  }

  @TestFactory
  Stream<DynamicTest> buildForEveryTargetThatTheToolboxHasACompilerFor() throws Exception {
    Path root = copy("text");
    return new Toolbox(new SystemCommands())
        .targets().stream()
            .filter(row -> !row.cCompiler().isEmpty())
            .map(row ->
                DynamicTest.dynamicTest(
                    row.target().triple(), () -> checkTarget(root, row.target())));
  }

  private void checkTarget(Path root, Target target) throws Exception {
    var script = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(root, memory));
    var order = new BuildOrder(root, Optional.of(target), false, LIMIT);
    var run = runner().run(script, order, _ -> {});
    assertTrue(run.succeeded(), run::toString);
    Path members = Files.createDirectory(folder.resolve(target.triple()));
    run(members, "ar", "x", run.archives().getFirst().toString());
    byte[] object = Files.readAllBytes(members.resolve("text.o"));
    if (target.format() == Target.Format.ELF) {
      assertEquals(target.machine(), object[18] & 0xff, "e_machine");
    } else {
      assertTrue(object[0] != 0x7f, "no ELF");
    }
  }

  @Test
  void aMissingCompilerIsOneSentence() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (var tool : List.of("sh", "uname", "dirname", "sed")) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin").resolve(tool));
    }
    checkMissing(bin, "arithmetic", "", "there is no C compiler cc: apt-get install gcc");
    checkMissing(
        bin,
        "arithmetic",
        "aarch64-unknown-linux-gnu",
        "there is no C compiler for aarch64-unknown-linux-gnu: apt-get install clang");
    checkMissing(bin, "greeter-rust", "", "there is no Rust compiler: apt-get install rustc");
    checkMissing(bin, "text", "../../x", "../../x is not a target triple");
  }

  private void checkMissing(Path bin, String name, String target, String sentence)
      throws Exception {
    var command = new ArrayList<>(List.of(SAMPLES.resolve(name).resolve("pen-ffi.sh").toString()));
    if (!target.isEmpty()) {
      command.addAll(List.of("-t", target));
    }
    var said =
        new SystemCommands()
            .capture(new CommandLine(command, folder, Map.of("PATH", bin.toString()), LIMIT));
    assertEquals("pen-ffi.sh: " + sentence + "\n", said.text());
    assertTrue(!said.completion().succeeded());
  }

  @Test
  void writeNothingThroughALink() throws Exception {
    Path root = copy("arithmetic");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve(".pen"), elsewhere);
    var script = assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(root, memory));
    var run = build(script, root);
    assertTrue(
        run.failure().orElseThrow().what().endsWith("is a link, and nothing is written through it"),
        run::toString);
    try (var files = Files.list(elsewhere)) {
      assertEquals(List.of(), files.toList());
    }
  }

  /// The driver makes strings of all kinds, counts what is allocated and freed, and is built with
  /// the sanitizers for addresses, leaks and undefined behaviour.
  @Test
  void theTextSampleKeepsTheRulesOfOwnership() throws Exception {
    Path driver = Path.of("src/test/resources/samples/text-driver.c").toAbsolutePath();
    Path program = folder.resolve("driver");
    Path sources = SAMPLES.resolve("text").resolve("foreign");
    String compiled =
        run(
            folder,
            "cc",
            "-std=c11",
            "-g",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-fsanitize=address,undefined",
            "-fno-sanitize-recover=all",
            "-I" + sources,
            sources.resolve("text.c").toString(),
            driver.toString(),
            "-o",
            program.toString());
    assertTrue(
        Files.isExecutable(program),
        () -> "the sanitizers are part of GCC: apt-get install gcc libc6-dev; " + compiled);
    assertEquals("all is well\n", run(folder, program.toString()));
  }

  private BuildRun build(ScriptState.Found script, Path root) throws Exception {
    var order = new BuildOrder(root, Optional.empty(), false, LIMIT);
    var run = runner().run(script, order, _ -> {});
    assertEquals(Targets.host(), run.target());
    return run;
  }

  private ScriptRunner runner() {
    return new ScriptRunner(new SystemCommands(), memory, folder.resolve("cache"));
  }

  private static Stream<String> samples() throws IOException {
    try (var folders = Files.list(SAMPLES)) {
      var names =
          folders.filter(Files::isDirectory).map(one -> one.getFileName().toString()).toList();
      assertTrue(names.size() >= 4, names::toString);
      return names.stream().sorted();
    }
  }

  private static boolean compilerFor(String sample) {
    return switch (sample) {
      case "greeter-rust" -> has("rustc");
      case "broken" -> has("c++");
      default -> true;
    };
  }

  private static boolean has(String tool) {
    return SearchPath.ofEnvironment().find(tool).isPresent();
  }

  /// The package as it is in the repository, without what was built in it.
  private Path copy(String name) throws IOException {
    Path from = SAMPLES.resolve(name);
    Path to = folder.resolve("a copy").resolve(name);
    try (var files = Files.walk(from)) {
      for (var file : files.filter(one -> !from.relativize(one).startsWith(".pen")).toList()) {
        Files.createDirectories(to.resolve(from.relativize(file)).getParent());
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private static Set<String> added(String name, Path root) throws IOException {
    try (var files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.equals(".pen") || !Files.exists(SAMPLES.resolve(name).resolve(file)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> names(Path root, Pattern pattern) throws IOException {
    var names = new ArrayList<String>();
    try (var modules = Files.newDirectoryStream(root, "?*.pen")) {
      for (var module : modules) {
        pattern.matcher(Files.readString(module)).results().forEach(one -> names.add(one.group(1)));
      }
    }
    return names;
  }

  /// The letter of each name that is defined somewhere in the archive.
  private Map<String, String> nm(Path archive) throws Exception {
    var symbols = new TreeMap<String, String>();
    for (var line : run(folder, "nm", "--defined-only", archive.toString()).lines().toList()) {
      var parts = List.of(line.strip().split(" +", 3));
      if (parts.size() == 3) {
        symbols.put(parts.get(2), parts.get(1));
      }
    }
    return symbols;
  }

  private static String run(Path directory, String... command) throws InterruptedException {
    return new SystemCommands()
        .capture(new CommandLine(List.of(command), directory, Map.of(), LIMIT))
        .text();
  }
}
