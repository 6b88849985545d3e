package nib.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.Severity;
import nib.engine.target.Target;

/// What commands that work on a package share.
final class Packages {

  private final Invocation invocation;

  Packages(Invocation invocation) {
    this.invocation = invocation;
  }

  OpenedPackage open(Optional<Path> folder) throws FailureException {
    return invocation.workbench().open(folder.orElse(invocation.console().directory()));
  }

  /// Packages that were asked for together.
  ///
  /// @param all one at least
  /// @param failures why the others could not be opened
  record Together(List<OpenedPackage> all, List<Failure> failures) {
    Together {
      all = List.copyOf(all);
      failures = List.copyOf(failures);
    }
  }

  /// Opens all that can be opened: one broken `pen.json` hides nothing of the other packages.
  ///
  /// @param folders none stands for the working directory
  /// @throws FailureException when none can be opened
  Together open(List<Path> folders) throws FailureException {
    var asked = folders.isEmpty() ? List.of(invocation.console().directory()) : folders;
    try {
      return new Together(invocation.workbench().open(asked, List.of()), List.of());
    } catch (FailureException _) {
      var sound = new ArrayList<Path>();
      var failures = new LinkedHashSet<Failure>();
      for (var folder : asked) {
        try {
          invocation.workbench().open(folder);
          sound.add(folder);
        } catch (FailureException alone) {
          failures.add(alone.failure());
        }
      }
      if (sound.isEmpty()) {
        failures.stream().skip(1).forEach(this::complain);
        throw new FailureException(failures.getFirst());
      }
      var all = invocation.workbench().open(sound, List.of());
      return new Together(all, List.copyOf(failures));
    }
  }

  void complain(Failure failure) {
    invocation.console().complain(failure.what());
    invocation.console().hint(failure.cure());
  }

  /// Says what is wrong with a package's own text, on standard error.
  void complain(OpenedPackage opened) {
    var console = invocation.console();
    for (var diagnostic : opened.diagnostics()) {
      console
          .err()
          .println(
              "%s: %s: %s"
                  .formatted(
                      console.shown(diagnostic.location()),
                      console.severity(diagnostic.severity()),
                      diagnostic.message()));
      for (var related : diagnostic.related()) {
        console
            .err()
            .println(
                "  %s: %s".formatted(console.shown(related.location()), related.role().words()));
      }
      console.hint(diagnostic.cure());
    }
  }

  static boolean anyError(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(one -> one.severity() == Severity.ERROR);
  }

  /// All of them, before anything is built for the first.
  ///
  /// @param names triples or aliases
  List<Target> targets(List<String> names) throws FailureException {
    var targets = new ArrayList<Target>();
    for (String name : names) {
      targets.add(target(name));
    }
    return targets;
  }

  private Target target(String name) throws FailureException {
    return invocation
        .workbench()
        .target(name)
        .orElseThrow(() ->
            new FailureException(
                "`%s` is no target that Nib knows".formatted(name), "`nib targets` lists them"));
  }

  static String count(long count, String one, String many) {
    return Grouped.of(count) + " " + (count == 1 ? one : many);
  }
}
