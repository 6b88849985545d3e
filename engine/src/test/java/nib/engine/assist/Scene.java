package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.analysis.Analysis;
import nib.engine.diagnostic.FailureException;
import nib.engine.syntax.ModuleSyntax.Name;

/// Packages made of texts, one of which carries a caret: `‸`. Modules lie in the package `here`,
/// which is open; those of a path such as `Os:File.pen` lie in the package `Os`, on which it
/// depends.
final class Scene {

  private static final String CARET = "‸";
  private static final String HERE = "here";

  private final Path folder;
  private final Map<String, Map<String, String>> packages = new LinkedHashMap<>();
  private final List<String> opened = new ArrayList<>(List.of(HERE));

  Scene(Path folder) {
    this.folder = folder;
    packages.put(HERE, new LinkedHashMap<>());
  }

  Scene with(String path, String text) {
    int colon = path.indexOf(':');
    String name = colon < 0 ? HERE : path.substring(0, colon);
    packages.computeIfAbsent(name, _ -> new LinkedHashMap<>()).put(path.substring(colon + 1), text);
    return this;
  }

  /// Opens a package besides the one that depends on it.
  Scene open(String name) {
    opened.add(name);
    return this;
  }

  Place place() {
    write();
    for (var one : packages.entrySet()) {
      for (var module : one.getValue().entrySet()) {
        int offset = module.getValue().indexOf(CARET);
        if (offset >= 0) {
          var program = program();
          var file = folder.resolve(one.getKey()).resolve(module.getKey());
          return new Place(program, program.at(file).orElseThrow(), offset);
        }
      }
    }
    throw new AssertionError("no text has a " + CARET);
  }

  private Analysis program() {
    try {
      return Programs.load(opened.stream().map(folder::resolve).toList(), Optional.empty());
    } catch (FailureException e) {
      throw new AssertionError(e);
    }
  }

  private void write() {
    try {
      for (var one : packages.entrySet()) {
        var root = Files.createDirectories(folder.resolve(one.getKey()));
        Files.writeString(root.resolve("pen.json"), manifest(one.getKey()));
        for (var module : one.getValue().entrySet()) {
          var file = root.resolve(module.getKey());
          Files.createDirectories(file.getParent());
          Files.writeString(file, module.getValue().replace(CARET, ""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String manifest(String name) {
    assertTrue(name.equals(HERE) || Name.isPublic(name), name);
    String dependencies =
        packages.keySet().stream()
            .filter(other -> name.equals(HERE) && !other.equals(HERE))
            .map(other -> "\"%s\": \"../%s\"".formatted(other, other))
            .collect(Collectors.joining(", "));
    return "{\"type\": \"library\", \"dependencies\": {%s}}".formatted(dependencies);
  }
}
