package nib.engine.assist;

import nib.engine.analysis.Analysis;
import nib.engine.checking.CheckedModule;
import nib.engine.packages.ModuleId;

/// Modules named for a person who reads another one.
final class Origins {

  private Origins() {}

  /// `this module`, the module as an import of the reading one writes it, or its name and its
  /// package.
  static String of(Analysis program, CheckedModule reader, ModuleId module) {
    var here = reader.scope().id();
    if (module.equals(here)) {
      return "this module";
    }
    return reader.scope().module().syntax().imports().stream()
        .filter(one -> !one.path().isEmpty())
        .filter(one -> program.graph().imported(here, one).filter(module::equals).isPresent())
        .findFirst()
        .map(one -> one.written())
        .orElseGet(() ->
            module.owner().equals(here.owner())
                ? module.name()
                : module.name() + " of " + module.owner().url());
  }
}
