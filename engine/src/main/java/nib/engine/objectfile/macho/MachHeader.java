package nib.engine.objectfile.macho;

import java.nio.ByteOrder;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `mach_header` or `mach_header_64`.
///
/// @param file the whole object, in its own byte order
/// @param commands the load commands
record MachHeader(ByteView file, boolean wide, int cputype, int filetype, ByteView commands) {

  static final int MH_EXECUTE = 2;
  static final int MH_CORE = 4;
  static final int MH_DYLIB = 6;
  static final int MH_BUNDLE = 8;

  static MachHeader read(ByteView bytes) throws MalformedFileException {
    boolean little = bytes.u8(3) == 0xfe;
    var file = bytes.ordered(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean wide = file.u32(0) == 0xfeed_facfL;
    return new MachHeader(
        file,
        wide,
        (int) file.u32(4),
        (int) file.u32(12),
        file.slice(wide ? 32 : 28, file.u32(20)).loaded());
  }
}
