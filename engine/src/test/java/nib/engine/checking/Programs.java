package nib.engine.checking;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.Manifest;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.packages.PenPackage;
import nib.engine.text.SourceText;
import nib.engine.types.Definitions;
import nib.engine.types.ModuleScope;

/// Programs of one module, from their text.
final class Programs {

  private static final PackageId OWNER = new PackageId("file:///package", true);

  private Programs() {}

  static CheckedModule check(String text) {
    return ModuleChecker.check(scope("Main.pen", text));
  }

  static ModuleScope scope(String path, String text) {
    var module = PenModule.of(path, new SourceText(Path.of(path), text));
    var pen =
        new PenPackage(
            Path.of("/package"), new Manifest("library", Map.of()), List.of(module), List.of());
    var graph =
        new PackageGraph(List.of(OWNER), Map.of(OWNER, new LinkedPackage(OWNER, pen, Map.of())));
    return Definitions.of(graph, Optional.empty()).scope(new ModuleId(OWNER, path));
  }
}
