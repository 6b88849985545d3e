package nib.engine.packages;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// What `pen.json` says (`lib/infra/src/json_package_configuration.rs`).
///
/// @param kind `application`, `library` or `system`; `unknown` where the file does not say
/// @param dependencies URLs by the name that modules import them under, in the file's order
public record Manifest(String kind, Map<String, String> dependencies, Places places) {

  public Manifest {
    dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
  }

  /// A manifest that was not read from a file.
  public Manifest(String kind, Map<String, String> dependencies) {
    this(kind, dependencies, Places.NOWHERE);
  }

  /// Where things stand in the file.
  ///
  /// @param kind the value of `type`, or the opening brace where there is none
  /// @param dependencies the key `dependencies`; empty where the file does not have it as it should
  /// @param keys of all dependencies, those included that have no URL
  /// @param urls by key, with their quotes
  public record Places(
      SourceText source,
      Span kind,
      Optional<Span> dependencies,
      Map<String, Span> keys,
      Map<String, Span> urls) {

    static final Places NOWHERE =
        new Places(
            new SourceText(Path.of(PackageReader.MANIFEST), ""),
            new Span(0, 0),
            Optional.empty(),
            Map.of(),
            Map.of());

    public Places {
      keys = Map.copyOf(keys);
      urls = Map.copyOf(urls);
    }

    /// The URL of a dependency, or its key where it has none.
    public Span dependency(String key) {
      return urls.getOrDefault(key, keys.getOrDefault(key, kind));
    }
  }
}
