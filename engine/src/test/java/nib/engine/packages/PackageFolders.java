package nib.engine.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;

/// Packages that depend on one another, side by side in a temporary folder.
final class PackageFolders {

  private final Path root;
  private final PackageLoader loader = new PackageLoader();

  PackageFolders(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  Path at(String path) {
    return root.resolve(path);
  }

  PackageFolders file(String path, String text) throws IOException {
    Files.createDirectories(at(path).getParent());
    Files.writeString(at(path), text);
    return this;
  }

  /// @param dependencies each as `Name=url`
  PackageFolders pack(String name, String kind, String... dependencies) throws IOException {
    String entries =
        Arrays.stream(dependencies)
            .map(one ->
                one.substring(0, one.indexOf('=')) + "\": \"" + one.substring(one.indexOf('=') + 1))
            .map(one -> "\n    \"" + one + "\"")
            .collect(Collectors.joining(","));
    return file(
        name + "/pen.json",
        "{\n  \"type\": \"%s\",\n  \"dependencies\": {%s}\n}".formatted(kind, entries));
  }

  PackageFolders library(String name, String... dependencies) throws IOException {
    return pack(name, "library", dependencies);
  }

  PackageGraph load(String... names) throws FailureException {
    return load(List.of(), names);
  }

  PackageGraph load(List<SourceText> edited, String... names) throws FailureException {
    return loader.load(Arrays.stream(names).map(this::at).toList(), edited, Optional.of(at("pen")));
  }

  PackageLoader loader() {
    return loader;
  }

  static LinkedPackage opened(PackageGraph graph) {
    return graph.find(graph.opened().getFirst()).orElseThrow();
  }

  /// All of a graph's diagnostics as `file:line:column: severity: message`.
  List<String> said(PackageGraph graph) {
    return graph.packages().values().stream()
        .flatMap(linked -> linked.pen().diagnostics().stream())
        .map(this::said)
        .distinct()
        .toList();
  }

  List<String> imports(PackageGraph graph) {
    return graph.importProblems().values().stream().flatMap(List::stream).map(this::said).toList();
  }

  String said(Diagnostic one) {
    return "%s: %s: %s"
        .formatted(one.location().relativeTo(root), one.severity().word(), one.message())
        .replace(root + "/", "");
  }
}
