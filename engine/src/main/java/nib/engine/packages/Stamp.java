package nib.engine.packages;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a file or folder looks like from outside: one that looks the same is taken for the same.
record Stamp(long size, FileTime modified, Optional<Object> key) {

  /// What changed so lately may change again and keep its time: some file systems count in steps of
  /// two seconds.
  private static final Duration SETTLED = Duration.ofSeconds(2);

  static Stamp of(BasicFileAttributes attributes) {
    return new Stamp(
        attributes.size(),
        attributes.lastModifiedTime(),
        Optional.ofNullable(attributes.fileKey()));
  }

  /// Whether it can be trusted to look different after the next change.
  ///
  /// @param read when it was read, or before
  boolean settled(Instant read) {
    return modified.toInstant().isBefore(read.minus(SETTLED));
  }
}
