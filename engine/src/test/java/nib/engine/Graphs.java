package nib.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.packages.Dependency;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.Manifest;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PackageReader;
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

  private static PenPackage withTests(PenPackage pen) throws IOException {
    var modules = new ArrayList<>(pen.modules());
    try (Stream<Path> files = Files.walk(pen.root())) {
      for (var file : files.filter(one -> one.toString().endsWith(".test.pen")).sorted().toList()) {
        String path = pen.root().relativize(file).toString();
        if (modules.stream().noneMatch(one -> one.path().equals(path))) {
          modules.add(PenModule.of(path, new SourceText(file, Files.readString(file))));
        }
      }
    }
    return new PenPackage(pen.root(), pen.manifest(), modules, pen.diagnostics());
  }

  /// Packages as they stand on disk, with what they depend on by relative paths and under
  /// `packages`.
  ///
  /// @param packages where `pen:///` leads
  public static PackageGraph read(Optional<Path> packages, List<Path> folders)
      throws FailureException, IOException {
    var read = new LinkedHashMap<PackageId, LinkedPackage>();
    var opened = new ArrayList<PackageId>();
    for (var folder : folders) {
      var id = new PackageId(folder.toUri().toString(), true);
      opened.add(id);
      read(packages, id, folder, read);
    }
    return new PackageGraph(opened, read);
  }

  private static void read(
      Optional<Path> packages, PackageId id, Path folder, Map<PackageId, LinkedPackage> read)
      throws FailureException, IOException {
    var pen = withTests(PackageReader.read(folder, Optional.empty()));
    var links = new LinkedHashMap<String, Dependency>();
    for (var entry : pen.manifest().dependencies().entrySet()) {
      String url = entry.getValue();
      var path =
          url.startsWith("pen:///")
              ? packages.map(root -> root.resolve(url.substring("pen:///".length())))
              : Optional.of(folder.resolve(url).normalize());
      if (path.filter(Files::exists).isEmpty()) {
        links.put(entry.getKey(), new Dependency.Unavailable(url, new Failure("not found", "")));
        continue;
      }
      var to = new PackageId(url.startsWith("pen:") ? url : path.get().toUri().toString(), false);
      if (!read.containsKey(to)) {
        read(packages, to, path.get(), read);
      }
      links.put(entry.getKey(), new Dependency.Read(url, to));
    }
    read.put(id, new LinkedPackage(id, pen, links));
  }
}
