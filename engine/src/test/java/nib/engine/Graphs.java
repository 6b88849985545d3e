package nib.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nib.engine.diagnostic.Failure;
import nib.engine.packages.Dependency;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.Manifest;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.packages.PenPackage;
import nib.engine.text.SourceText;

/// Package graphs made by hand.
public final class Graphs {

  private final Map<String, Map<String, PenModule>> modules = new LinkedHashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, Map<String, String>> dependencies = new HashMap<>();

  /// Sets a module's text; the same text again is the same module object.
  public Graphs module(String folder, String path, String text) {
    var all = modules.computeIfAbsent(folder, _ -> new LinkedHashMap<>());
    var before = all.get(path);
    if (before == null || !before.source().text().equals(text)) {
      all.put(path, PenModule.of(path, new SourceText(root(folder).resolve(path), text)));
    }
    return this;
  }

  public Graphs kind(String folder, String kind) {
    modules.computeIfAbsent(folder, _ -> new LinkedHashMap<>());
    kinds.put(folder, kind);
    return this;
  }

  /// Adds a dependency to a folder's package.
  ///
  /// @param dependency another folder; where there is none it cannot be read
  public Graphs depend(String folder, String key, String dependency) {
    dependencies.computeIfAbsent(folder, _ -> new LinkedHashMap<>()).put(key, dependency);
    return this;
  }

  /// The id of a package as it is opened itself.
  public static PackageId opened(String folder) {
    return new PackageId("file:///" + folder, true);
  }

  /// The id of a package as others depend on it.
  public static PackageId depended(String folder) {
    return new PackageId("file:///" + folder, false);
  }

  public PackageGraph graph(String... opened) {
    var ids = new ArrayList<PackageId>();
    var packages = new LinkedHashMap<PackageId, LinkedPackage>();
    for (var folder : opened) {
      ids.add(opened(folder));
      add(opened(folder), folder, packages);
    }
    return new PackageGraph(ids, packages);
  }

  private void add(PackageId id, String folder, Map<PackageId, LinkedPackage> packages) {
    if (packages.containsKey(id)) {
      return;
    }
    var links = new LinkedHashMap<String, Dependency>();
    dependencies
        .getOrDefault(folder, Map.of())
        .forEach((key, name) -> {
          String url = "../" + name;
          if (modules.containsKey(name)) {
            add(depended(name), name, packages);
            links.put(key, new Dependency.Read(url, depended(name)));
          } else {
            links.put(key, new Dependency.Unavailable(url, new Failure("it is gone", "")));
          }
        });
    var pen =
        new PenPackage(
            root(folder),
            new Manifest(kinds.getOrDefault(folder, "library"), Map.of()),
            List.copyOf(modules.getOrDefault(folder, Map.of()).values()),
            List.of());
    packages.put(id, new LinkedPackage(id, pen, links));
  }

  private static Path root(String folder) {
    return Path.of("/packages").resolve(folder);
  }
}
