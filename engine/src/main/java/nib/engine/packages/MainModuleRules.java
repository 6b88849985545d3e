package nib.engine.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Span;

/// What a package with a main module, and an application, have to have
/// (`lib/app/src/system_package_finder.rs`, `lib/app/src/package_build_script_compiler.rs`).
///
/// An application without a main module is compiled, and then fails to link: the system package
/// calls a function that only a main module defines.
final class MainModuleRules {

  private static final String MAIN = "main.pen";
  private static final String CONTEXT = "Context.pen";

  private final LinkedPackage linked;
  private final Manifest manifest;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private MainModuleRules(LinkedPackage linked) {
    this.linked = linked;
    this.manifest = linked.pen().manifest();
  }

  /// @param linked a package that was opened
  /// @param packages those that it depends on
  static List<Diagnostic> check(LinkedPackage linked, Map<PackageId, LinkedPackage> packages) {
    var rules = new MainModuleRules(linked);
    if (linked.pen().at(MAIN).isPresent()) {
      rules.systemPackages(packages);
    } else if (rules.manifest.kind().equals("application") && !linked.pen().isUnreadable(MAIN)) {
      rules.report(new PackageProblem.MainModuleNotFound(), rules.manifest.places().kind());
    }
    return rules.diagnostics;
  }

  private void systemPackages(Map<PackageId, LinkedPackage> packages) {
    boolean unknown = manifest.places().keys().size() > manifest.dependencies().size();
    boolean found = false;
    for (var entry : linked.dependencies().entrySet()) {
      var dependency =
          entry.getValue() instanceof Dependency.Read(_, var id)
              ? Optional.ofNullable(packages.get(id)).map(LinkedPackage::pen)
              : Optional.<PenPackage>empty();
      String kind = dependency.map(pen -> pen.manifest().kind()).orElse("unknown");
      unknown |= kind.equals("unknown");
      if (kind.equals("system")) {
        found = true;
        if (lacks(dependency.get(), CONTEXT)) {
          report(
              new PackageProblem.ContextModuleNotFound(entry.getKey()),
              manifest.places().dependency(entry.getKey()));
        }
      }
    }
    if (!found && !unknown && manifest.places().dependencies().isPresent()) {
      report(new PackageProblem.SystemPackageNotFound(), manifest.places().dependencies().get());
    }
  }

  private static boolean lacks(PenPackage pen, String path) {
    return pen.at(path).isEmpty() && !pen.isUnreadable(path);
  }

  private void report(PackageProblem problem, Span span) {
    diagnostics.add(
        new Diagnostic(Severity.ERROR, problem, manifest.places().source().locate(span), span));
  }
}
