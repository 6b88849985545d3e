package nib.engine.dwarf;

import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.DebugSection;

/// A unit's header (DWARF 5, section 7.5.1): what one run of a compiler said, or one shared type.
/// What its first entry tells comes when the unit is [opened][Space#open].
final class Unit {

  static final int TYPE = 0x02;
  static final int SKELETON = 0x04;
  static final int SPLIT_COMPILE = 0x05;
  static final int SPLIT_TYPE = 0x06;

  /// Where the unit, and its first entry, start and where the unit ends.
  final int start;

  final int first;
  final int end;
  final Form.Shape shape;

  /// `DW_UT_*`; before DWARF 5 only whether it is a type unit.
  final int kind;

  final long abbreviationsAt;

  /// Of a type unit: the type's signature, and where the type is in the unit.
  final long signature;

  final long typeAt;

  // What the first entry tells.
  boolean opened;
  Language language = Language.OTHER;
  long strOffsetsBase;
  long addrBase;
  long lineTable = -1;

  /// Where the first entry's children start; 0 where it has none.
  int children;

  private Unit(Header header) {
    this.start = header.start;
    this.first = header.at;
    this.end = header.end;
    this.shape = header.shape;
    this.kind = header.kind;
    this.abbreviationsAt = header.abbreviationsAt;
    this.signature = header.signature;
    this.typeAt = header.typeAt;
    int offsets = shape.offsetSize() == 8 ? 16 : 8; // behind the section's own header
    this.strOffsetsBase = shape.version() >= 5 ? offsets : 0;
    this.addrBase = shape.version() >= 5 ? offsets : 0;
  }

  int offsetSize() {
    return shape.offsetSize();
  }

  boolean isType() {
    return kind == TYPE || kind == SPLIT_TYPE;
  }

  /// Reads the header at `at`.
  ///
  /// @param inTypes whether it stands in what was `.debug_types`
  static Unit read(Space space, int at, boolean inTypes)
      throws MalformedFileException, NoEvidenceException {
    return new Unit(new Header(space, at, inTypes));
  }

  /// Where the unit at `at` ends, and so the next one starts.
  static int end(byte[] bytes, int at, boolean big, DebugSection section)
      throws MalformedFileException {
    if (bytes.length - at < 4) {
      throw section.malformed(at, "a unit's header of %d bytes".formatted(bytes.length - at));
    }
    long length = Bytes.u32(bytes, at, big);
    int size = 4;
    if (length == 0xffff_ffffL && bytes.length - at >= 12) {
      length = Bytes.i64(bytes, at + 4, big);
      size = 12;
    }
    if (length < 0 || length > bytes.length - at - size) {
      throw section.malformed(
          at,
          "a unit of %s bytes, %d left"
              .formatted(Long.toUnsignedString(length), bytes.length - at - size));
    }
    return at + size + (int) length;
  }

  /// Takes a header apart.
  private static final class Header {
    private final byte[] bytes;
    private final boolean big;
    private final int start;
    private final int end;
    private final Form.Shape shape;
    private final int kind;
    private final long abbreviationsAt;
    private long signature;
    private long typeAt;
    private int at;

    Header(Space space, int start, boolean inTypes)
        throws MalformedFileException, NoEvidenceException {
      this.bytes = space.bytes();
      this.big = space.big();
      this.start = start;
      this.end = end(bytes, start, big, space.section());
      int offsetSize = Bytes.i32(bytes, start, big) == -1 ? 8 : 4;
      this.at = start + (offsetSize == 8 ? 12 : 4);
      if (end - at < 4 + offsetSize) {
        throw space.malformed(start, "a unit of %d bytes".formatted(end - start));
      }
      int version = (int) next(2);
      if (version < 2 || version > 5) {
        throw new NoEvidenceException(Reason.UNKNOWN_VERSION, Integer.toString(version));
      }
      if (version >= 5) {
        this.kind = (int) next(1);
        this.shape = new Form.Shape(version, offsetSize, (int) next(1));
        this.abbreviationsAt = next(offsetSize);
      } else {
        this.kind = inTypes ? TYPE : 0;
        this.abbreviationsAt = next(offsetSize);
        this.shape = new Form.Shape(version, offsetSize, (int) next(1));
      }
      tail(space, offsetSize);
    }

    private void tail(Space space, int offsetSize) throws MalformedFileException {
      boolean type = kind == TYPE || kind == SPLIT_TYPE;
      boolean split = kind == SKELETON || kind == SPLIT_COMPILE;
      int more = type ? 8 + offsetSize : split ? 8 : 0;
      if (end - at < more) {
        throw space.malformed(at, "a unit's header that does not end in the unit");
      }
      if (type) {
        signature = next(8);
        typeAt = next(offsetSize);
      } else {
        at += more;
      }
      int size = shape.addressSize();
      if (size != 1 && size != 2 && size != 4 && size != 8) {
        throw space.malformed(start, "addresses of %d bytes".formatted(size));
      }
    }

    private long next(int size) {
      int here = at;
      at += size;
      return switch (size) {
        case 1 -> bytes[here] & 0xff;
        case 2 -> Bytes.u16(bytes, here, big);
        case 4 -> Bytes.u32(bytes, here, big);
        default -> Bytes.i64(bytes, here, big);
      };
    }
  }
}
