package nib.engine;

import java.nio.file.Path;
import java.util.List;
import nib.engine.assist.OutlineItem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.ModuleKind;
import nib.engine.text.SourceText;

/// A package as read from its folder, in plain data.
///
/// @param root the folder that holds `pen.json`, absolute
/// @param name the folder's name
/// @param kind `application`, `library` or `system`
/// @param modules in the order of their paths
/// @param entries imports, then exports, each in the order of module and place
/// @param dependencies those that `pen.json` names, in its order, then theirs
/// @param diagnostics what was wrong in `pen.json` or a module, and at the entries of dependencies
///   that do not compile; the rest was still read
public record OpenedPackage(
    Path root,
    String name,
    String kind,
    List<ModuleView> modules,
    List<Entry> entries,
    List<DependencyView> dependencies,
    List<Diagnostic> diagnostics) {

  public OpenedPackage {
    modules = List.copyOf(modules);
    entries = List.copyOf(entries);
    dependencies = List.copyOf(dependencies);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A module and its text.
  ///
  /// @param path relative to the package, with `/` between its parts
  /// @param outline its definitions in the order of the text
  public record ModuleView(
      String path, ModuleKind kind, SourceText source, List<OutlineItem> outline) {
    public ModuleView {
      outline = List.copyOf(outline);
    }
  }
}
