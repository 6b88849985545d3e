package nib.engine.packages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A package and what it depends on.
///
/// @param dependencies by the name that its modules import them under, in the order of `pen.json`
public record LinkedPackage(PackageId id, PenPackage pen, Map<String, Dependency> dependencies) {

  public LinkedPackage {
    dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
  }
}
