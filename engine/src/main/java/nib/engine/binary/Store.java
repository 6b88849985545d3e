package nib.engine.binary;

import java.io.IOException;

/// Where the bytes of a [ByteView] lie.
abstract class Store {

  /// What [#get] says behind the last byte: the file became shorter.
  static final int END = Integer.MIN_VALUE;

  /// The byte at `at`, sign-extended, or [#END].
  abstract int get(long at) throws IOException;

  /// Copies what there is of the `length` bytes at `at` and says how many there were.
  abstract int read(long at, byte[] into, int from, int length) throws IOException;

  /// The same bytes for one reader, whose small reads do not disturb others'.
  abstract Store alone();
}
