package nib.engine.packages;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The large folders that were listed, so that what a foreign build leaves beside the modules is
/// not looked at file by file each time.
///
/// A folder's time changes when an entry comes, goes or is replaced. Small folders are not
/// remembered: they cost nothing, and on some file systems that time cannot be trusted.
final class FolderMemory {

  static final int LARGE = 64;

  /// What was in a folder.
  ///
  /// @param entries how many
  /// @param names of those that are modules or folders, or may become ones
  record Listing(Stamp stamp, int entries, List<String> names) {}

  private Map<Path, Listing> known = new HashMap<>();
  private Map<Path, Listing> used = new HashMap<>();

  Optional<Listing> find(Path folder, Stamp stamp) {
    var found =
        Optional.ofNullable(known.get(folder)).filter(listing -> listing.stamp().equals(stamp));
    found.ifPresent(listing -> used.put(folder, listing));
    return found;
  }

  /// @param read when the listing began, or before
  void remember(Path folder, Listing listing, Instant read) {
    if (listing.entries() >= LARGE && listing.stamp().settled(read)) {
      used.put(folder, listing);
    }
  }

  /// Ends a load that succeeded.
  void keepUsed() {
    known = used;
    used = new HashMap<>();
  }

  /// Ends a load that failed.
  void forgetUsed() {
    used = new HashMap<>();
  }
}
