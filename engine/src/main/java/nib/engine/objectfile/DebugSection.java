package nib.engine.objectfile;

import java.util.Arrays;
import java.util.Optional;
import nib.engine.binary.MalformedFileException;

/// A section of debugging information, ready to be read.
public final class DebugSection {

  /// No section: what [#targetSection] says of a number that no relocation made.
  public static final int NO_SECTION = SymbolTable.NO_SECTION;

  private static final long[] NONE = new long[0];

  private final byte[] bytes;
  private final long base;
  private final boolean asInFile;
  private final Optional<String> obstacle;
  private final long[] targets;
  private final int targetCount;
  private boolean sorted;

  private DebugSection(Builder builder) {
    this.bytes = builder.bytes;
    this.base = builder.base;
    this.asInFile = builder.asInFile;
    this.obstacle = Optional.ofNullable(builder.obstacle.isEmpty() ? null : builder.obstacle);
    this.targets = builder.targets;
    this.targetCount = builder.count;
    this.sorted = builder.ascending;
  }

  /// A section without relocations.
  ///
  /// @param base where it stands in the file
  public static DebugSection of(byte[] bytes, long base) {
    return new Builder(bytes, base).build();
  }

  /// The bytes, which nobody may write to.
  public byte[] bytes() {
    return bytes;
  }

  /// What kept the bytes from being what they should be, such as a relocation of an unknown kind or
  /// a compression that is not read; where there is something, nothing here is to be believed.
  public Optional<String> obstacle() {
    return obstacle;
  }

  /// A complaint about the byte at `at`. In a section that was compressed or joined it names the
  /// place where the section starts in the file.
  public MalformedFileException malformed(long at, String what) {
    return asInFile
        ? new MalformedFileException(base + at, what)
        : new MalformedFileException(base, "%s (at 0x%x once unpacked)".formatted(what, at));
  }

  /// The number of the section that the address at `at` lies in, or [#NO_SECTION]; the address
  /// itself is an offset into that.
  public int targetSection(int at) {
    if (!sorted) {
      Arrays.sort(targets, 0, targetCount);
      sorted = true;
    }
    long wanted = (long) at << 32;
    int found = Arrays.binarySearch(targets, 0, targetCount, wanted);
    int index = found < 0 ? -found - 1 : found;
    return index < targetCount && (targets[index] ^ wanted) >>> 32 == 0
        ? (int) targets[index]
        : NO_SECTION;
  }

  /// Collects what relocations do to a section.
  public static final class Builder {

    private final byte[] bytes;
    private final long base;
    private boolean asInFile = true;
    private String obstacle = "";
    private long[] targets = NONE;
    private int count;

    /// Whether the targets come in order, as producers write them.
    private boolean ascending = true;

    /// @param bytes those to be relocated in place; nobody else may have them
    /// @param base where they stand in the file
    public Builder(byte[] bytes, long base) {
      this.bytes = bytes;
      this.base = base;
    }

    public byte[] bytes() {
      return bytes;
    }

    /// Says that the bytes were unpacked, or joined from several places.
    public void unpacked() {
      asInFile = false;
    }

    /// Says that the number at `at` became an offset into section number `section`.
    public void target(int at, int section) {
      if (count == targets.length) {
        targets = Arrays.copyOf(targets, Math.max(16, 2 * count));
      }
      long target = (long) at << 32 | section;
      ascending &= count == 0 || targets[count - 1] <= target;
      targets[count] = target;
      count++;
    }

    /// Says what kept the bytes from being what they should be.
    public void obstacle(String why) {
      obstacle = why;
    }

    public DebugSection build() {
      return new DebugSection(this);
    }
  }
}
