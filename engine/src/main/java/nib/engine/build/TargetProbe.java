package nib.engine.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.build.Installer.Source;
import nib.engine.process.CommandLine;
import nib.engine.process.Commands;
import nib.engine.target.Target;
import nib.engine.target.Targets;

/// Finds out what this machine can build, by building: a compiler counts when it makes an object
/// file for the target. One of these lives for one question.
final class TargetProbe {

  private static final Duration SHORT = Duration.ofSeconds(10);

  private static final String SOURCE = "int nib_probe(void) { return 0; }\n";

  private final Commands commands;
  private final SearchPath path;
  private final Installer installer;
  private final Map<List<String>, Boolean> tried = new HashMap<>();

  TargetProbe(Commands commands, SearchPath path) {
    this.commands = commands;
    this.path = path;
    this.installer = Installer.of(path);
  }

  List<TargetRow> rows() throws InterruptedException {
    var libraries = rustLibraries();
    var rows = new ArrayList<TargetRow>();
    for (var target : Targets.all()) {
      rows.add(row(target, libraries));
    }
    return rows;
  }

  private TargetRow row(Target target, Optional<Path> libraries) throws InterruptedException {
    var tools = CrossTools.of(target);
    boolean host = target.equals(Targets.host());
    var compiler = compiler(tools.compilers(target));
    boolean rust = libraries.isPresent() && hasStandardLibrary(libraries.get(), target);
    var cures = new ArrayList<String>();
    if (compiler.isEmpty()) {
      cures.add(compilerCure(tools.debianCompiler(target)));
    }
    if (!rust) {
      cures.add(rustCure(target, tools, libraries.isPresent()));
    }
    return new TargetRow(target, host, compiler, rust, cures);
  }

  private List<String> compiler(List<List<String>> candidates) throws InterruptedException {
    for (var candidate : candidates) {
      if (path.find(candidate.getFirst()).isPresent() && compiles(candidate)) {
        return candidate;
      }
    }
    return List.of();
  }

  private boolean compiles(List<String> compiler) throws InterruptedException {
    var known = tried.get(compiler);
    if (known != null) {
      return known;
    }
    boolean compiles = tryToCompile(compiler);
    tried.put(compiler, compiles);
    return compiles;
  }

  private boolean tryToCompile(List<String> compiler) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("nib-probe");
      Path source = folder.resolve("probe.c");
      Path object = folder.resolve("probe.o");
      try {
        Files.writeString(source, SOURCE);
        var command = new ArrayList<>(compiler);
        command.set(0, path.find(compiler.getFirst()).orElseThrow().toString());
        command.addAll(List.of("-c", source.toString(), "-o", object.toString()));
        var end = commands.capture(new CommandLine(command, folder, Map.of(), SHORT)).completion();
        return end.succeeded() && Files.isRegularFile(object);
      } finally {
        Files.deleteIfExists(object);
        Files.deleteIfExists(source);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // Compilers need a folder for temporary files as well: without one they make nothing either.
      return false;
    }
  }

  private String compilerCure(String debian) {
    return installer.cure(
        Source.of(debian, "llvm", "install clang, which compiles for every target"));
  }

  private String rustCure(Target target, CrossTools tools, boolean compilerThere) {
    boolean rustup = path.find("rustup").isPresent();
    if (rustup) {
      return "rustup target add " + target.triple();
    }
    String words = "install Rust by rustup, then: rustup target add " + target.triple();
    if (!compilerThere && target.equals(Targets.host())) {
      return installer.cure(Source.of("rustc", "rust", words));
    }
    return installer.cure(new Source(tools.debianRust(), Optional.empty(), words));
  }

  /// The folder that holds one folder of libraries for each installed target, `rustlib`: the
  /// compiler names its own target's, `rustlib/<triple>/lib`.
  private Optional<Path> rustLibraries() throws InterruptedException {
    var rustc = path.find("rustc");
    if (rustc.isEmpty()) {
      return Optional.empty();
    }
    var said =
        commands.capture(
            new CommandLine(
                List.of(rustc.get().toString(), "--print", "target-libdir"),
                Toolbox.NEUTRAL,
                Map.of(),
                SHORT));
    return said.completion().succeeded()
        ? said.text()
            .lines()
            .map(Path::of)
            .filter(Path::isAbsolute)
            .findFirst()
            .map(own -> own.resolve("../..").normalize())
        : Optional.empty();
  }

  /// Some targets have a folder and only Rust's core in it.
  private static boolean hasStandardLibrary(Path libraries, Target target) {
    Path folder = libraries.resolve(target.triple()).resolve("lib");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(folder, "libstd-*")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}
