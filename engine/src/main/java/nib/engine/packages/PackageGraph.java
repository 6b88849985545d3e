package nib.engine.packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The packages that are open, and all that they depend on.
///
/// @param opened in the order they were asked for
/// @param packages every package that was read, what it depends on before itself
public record PackageGraph(List<PackageId> opened, Map<PackageId, LinkedPackage> packages) {

  public PackageGraph {
    opened = List.copyOf(opened);
  }

  public Optional<LinkedPackage> find(PackageId id) {
    return Optional.ofNullable(packages.get(id));
  }
}
