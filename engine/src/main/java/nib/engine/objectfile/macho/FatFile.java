package nib.engine.objectfile.macho;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// A fat file: the same object or archive for several architectures (`fat_header` and `fat_arch` or
/// `fat_arch_64`, all big-endian).
public final class FatFile {

  private static final int MAGIC_64 = 0xcafe_babf;
  private static final int HEADER = 8;

  private FatFile() {}

  /// What there is for one architecture.
  ///
  /// @param architecture what Apple's tools take after `-arch`
  public record Slice(String architecture, ByteView content) {}

  /// What the file holds, in its order.
  public static List<Slice> slices(ByteView bytes) throws MalformedFileException {
    var file = bytes.ordered(ByteOrder.BIG_ENDIAN);
    boolean wide = (int) file.u32(0) == MAGIC_64;
    long count = file.u32(4);
    int size = wide ? 32 : 20;
    if (count > (file.size() - HEADER) / size) {
      throw file.malformed(4, "%d architectures, no room for them".formatted(count));
    }
    var slices = new ArrayList<Slice>();
    for (int i = 0; i < count; i++) {
      long at = HEADER + (long) i * size;
      long from = wide ? file.u64(at + 8) : file.u32(at + 8);
      long length = wide ? file.u64(at + 16) : file.u32(at + 12);
      if (from < 0 || length < 0 || from > file.size() - length) {
        throw file.malformed(
            at + 8,
            "%s bytes at %s for an architecture, in a file of %d"
                .formatted(
                    Long.toUnsignedString(length), Long.toUnsignedString(from), file.size()));
      }
      slices.add(
          new Slice(
              MachMachine.architecture((int) file.u32(at), (int) file.u32(at + 4)),
              bytes.slice(from, length)));
    }
    return List.copyOf(slices);
  }
}
