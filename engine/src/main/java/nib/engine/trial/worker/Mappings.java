package nib.engine.trial.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What lies where in this process's memory, so that a bad pointer can be told from a good one
/// without following it.
///
/// Linux tells in `/proc/self/maps` (proc(5)), one range a line:
///
///     7f5d00a8d000-7f5d00a8e000 r-xp 00001000 fe:00 8133 /home/pia/.cache/nib/lib.so
final class Mappings {

  private final List<Range> ranges;

  private Mappings(List<Range> ranges) {
    this.ranges = ranges;
  }

  /// A range of memory.
  ///
  /// @param access `r`, `w` and `x` where allowed, `-` where not
  /// @param file what is mapped there; empty for plain memory
  record Range(long start, long end, String access, String file) {

    boolean isReadable() {
      return access.startsWith("r");
    }

    boolean isExecutable() {
      return access.startsWith("x", 2);
    }

    private static Range of(String line) {
      var fields = line.split(" +", 6);
      int dash = fields[0].indexOf('-');
      return new Range(
          Long.parseUnsignedLong(fields[0].substring(0, dash), 16),
          Long.parseUnsignedLong(fields[0].substring(dash + 1), 16),
          fields[1],
          fields.length > 5 ? fields[5] : "");
    }
  }

  /// The ranges as they are now; empty on a system that does not tell.
  static Optional<Mappings> now() {
    var maps = Path.of("/proc/self/maps");
    try {
      return Files.isReadable(maps)
          ? Optional.of(new Mappings(Files.readAllLines(maps).stream().map(Range::of).toList()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Optional<Range> at(long address) {
    return ranges.stream()
        .filter(one ->
            Long.compareUnsigned(one.start(), address) <= 0
                && Long.compareUnsigned(address, one.end()) < 0)
        .findFirst();
  }

  /// Whether all of `length` bytes can be read. Neighbouring ranges count as one.
  boolean isReadable(long address, long length) {
    long left = length;
    long at = address;
    while (true) {
      var range = at(at).filter(Range::isReadable);
      if (range.isEmpty()) {
        return false;
      }
      long within = range.get().end() - at;
      if (left <= within) {
        return true;
      }
      left -= within;
      at = range.get().end();
    }
  }
}
