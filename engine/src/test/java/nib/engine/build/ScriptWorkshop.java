package nib.engine.build;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.process.SystemCommands;
import nib.engine.target.Target;
import nib.engine.target.Targets;

/// A package folder to write scripts into and to run them from.
final class ScriptWorkshop {

  static final Target ARM = Targets.named("aarch64-unknown-linux-gnu").orElseThrow();

  final Path root;
  final Path cache;
  final OpenMemory memory = new OpenMemory();
  final List<OutputLine> live = new CopyOnWriteArrayList<>();
  Duration limit = Duration.ofSeconds(60);
  Duration patience = Duration.ofSeconds(60);

  ScriptWorkshop(Path folder) throws IOException {
    this.root = Files.createDirectory(folder.resolve("some package"));
    this.cache = folder.resolve("cache");
  }

  Path script(String text) throws IOException {
    var file = Files.writeString(root.resolve("pen-ffi.sh"), text);
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  /// A script for `/bin/sh`.
  Path shell(String body) throws IOException {
    return script("#!/bin/sh\n" + body);
  }

  ScriptState.Found found() throws FailureException {
    return assertInstanceOf(ScriptState.Found.class, ScriptFinder.find(root, memory));
  }

  BuildRun build() throws FailureException {
    return build(Optional.empty());
  }

  BuildRun build(Target target) throws FailureException {
    return build(Optional.of(target));
  }

  private BuildRun build(Optional<Target> target) throws FailureException {
    return runner().run(found(), new BuildOrder(root, target, true, limit), live::add);
  }

  ScriptRunner runner() {
    return new ScriptRunner(new SystemCommands(), memory, cache, patience);
  }

  /// What went wrong and its cure, with the folders' names cut out.
  String failure(BuildRun run) {
    return run.failure().map(Failure::toString).orElse("none").replace(root.toString(), "ROOT");
  }

  static List<String> texts(List<OutputLine> lines) {
    return lines.stream().map(line -> line.stream() + " " + line.text()).toList();
  }
}
