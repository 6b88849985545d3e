package nib.engine.assist;

import java.nio.file.Path;
import java.util.Optional;
import nib.engine.analysis.Analysis;
import nib.engine.checking.CheckedModule;
import nib.engine.packages.ModuleId;

/// Modules named for a person who reads another one.
final class Origins {

  private Origins() {}

  /// `this module`, the module as an import of the reading one writes it, or its name and its
  /// package's folder. A package that is read under several URLs is one folder for people.
  static String of(Analysis program, CheckedModule reader, ModuleId module) {
    var here = reader.scope().id();
    var file = file(program, module);
    if (module.equals(here) || file.equals(file(program, here))) {
      return "this module";
    }
    return reader.scope().module().syntax().imports().stream()
        .filter(one -> !one.path().isEmpty())
        .filter(one ->
            program
                .graph()
                .imported(here, one)
                .filter(found -> file(program, found).equals(file))
                .isPresent())
        .findFirst()
        .map(one -> one.written())
        .orElseGet(() -> {
          var root = root(program, module);
          return root.equals(root(program, here))
              ? module.name()
              : module.name()
                  + " in "
                  + root.map(Path::getFileName).map(Path::toString).orElse(module.owner().url());
        });
  }

  private static Optional<Path> file(Analysis program, ModuleId module) {
    return program.graph().find(module).map(found -> found.source().file());
  }

  private static Optional<Path> root(Analysis program, ModuleId module) {
    return program.graph().find(module.owner()).map(found -> found.pen().root());
  }
}
