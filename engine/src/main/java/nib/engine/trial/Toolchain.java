package nib.engine.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.engine.process.CommandLine;
import nib.engine.process.Commands;
import nib.engine.process.Completion;

/// This machine's C compiler, and what it makes of the runtime.
///
/// The runtime is an archive and comes last, so that an archive's own `_pen_malloc` is found before
/// it.
final class Toolchain {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Commands commands;
  private final Path folder;
  private Optional<List<String>> systemLibraries = Optional.empty();

  Toolchain(Commands commands, Path folder) {
    this.commands = commands;
    this.folder = folder;
  }

  /// Runs the compiler, which also calls the linker.
  Commands.Output run(List<String> arguments) throws FailureException, InterruptedException {
    return run("cc", arguments);
  }

  private Commands.Output run(String tool, List<String> arguments)
      throws FailureException, InterruptedException {
    var command = new ArrayList<>(List.of(tool));
    command.addAll(arguments);
    var output = commands.capture(new CommandLine(command, folder, Map.of("LC_ALL", "C"), LIMIT));
    return switch (output.completion()) {
      case Completion.Exited _ -> output;
      case Completion.NotStarted(var why) ->
          throw new FailureException(
              "%s cannot be run: %s".formatted(tool, why),
              "install a C compiler (Debian: apt-get install gcc), and see that cc is on the PATH");
      case Completion.TimedOut(var limit) ->
          throw new FailureException(
              "%s did not end within %d seconds".formatted(tool, limit.toSeconds()),
              "try again when the machine is less busy");
    };
  }

  /// The runtime as an archive, compiled once for each state of its source.
  synchronized Path runtime() throws FailureException, InterruptedException {
    var archive = folder.resolve("runtime-%s.a".formatted(RuntimeSource.fingerprint()));
    if (Files.exists(archive)) {
      return archive;
    }
    try (var room = LinkRoom.in(folder)) {
      RuntimeSource.writeTo(room.folder());
      var object = room.file("runtime.o");
      var made = room.file("runtime.a");
      var source = room.file(RuntimeSource.MAIN);
      compile(
          "cc", List.of("-std=c11", "-O2", "-fPIC", "-c", "" + source, "-o", object.toString()));
      compile("ar", List.of("rcs", made.toString(), object.toString()));
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new FailureException(
          "the cache folder %s cannot be written: %s".formatted(folder, e.getMessage()),
          "make it writable, or set XDG_CACHE_HOME to a folder that is",
          e);
    }
    return archive;
  }

  private void compile(String tool, List<String> arguments)
      throws FailureException, InterruptedException {
    var output = run(tool, arguments);
    if (!output.completion().succeeded()) {
      throw new FailureException(
          "the C compiler does not compile Nib's runtime: "
              + output.text().lines().reduce("", (_, last) -> last),
          "see that cc compiles a C file that includes <stdlib.h> (Debian: apt-get install libc6-dev)");
    }
  }

  /// What the linker takes functions from that the archives do not define: what every program has,
  /// and C++'s library where it is installed.
  synchronized List<String> systemLibraries() throws FailureException, InterruptedException {
    if (systemLibraries.isEmpty()) {
      var libraries = new ArrayList<>(List.of("-lm", "-lpthread", "-ldl"));
      if (Platform.IS_MAC) {
        libraries.add("-lc++");
      } else if (Path.of(run(List.of("-print-file-name=libstdc++.so")).text().strip())
          .isAbsolute()) {
        libraries.addFirst("-lstdc++");
      }
      systemLibraries = Optional.of(List.copyOf(libraries));
    }
    return systemLibraries.get();
  }
}
