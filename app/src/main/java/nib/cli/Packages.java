package nib.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.Diagnostic;
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

  /// @param folders none stands for the working directory
  List<OpenedPackage> open(List<Path> folders) throws FailureException {
    var asked = folders.isEmpty() ? List.of(invocation.console().directory()) : folders;
    return invocation.workbench().open(asked, List.of());
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
    return count + " " + (count == 1 ? one : many);
  }
}
