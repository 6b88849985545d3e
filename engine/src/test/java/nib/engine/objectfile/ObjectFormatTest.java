package nib.engine.objectfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import org.junit.jupiter.api.Test;

final class ObjectFormatTest {

  @Test
  void tellsFormatsByTheirMagic() throws MalformedFileException {
    check(ObjectFormat.ELF64, "\u007fELF\2\1\1\0");
    check(ObjectFormat.ELF32, "\u007fELF\1\1\1\0");
    check(ObjectFormat.MACH_O, "\u00cf\u00fa\u00ed\u00fe\7\0\0\1");
    check(ObjectFormat.MACH_O, "\u00fe\u00ed\u00fa\u00ce\0\0\0\7");
    check(ObjectFormat.WASM, "\0asm\1\0\0\0");
    check(ObjectFormat.BITCODE, "BC\u00c0\u00de5\u0014\0\0");
    check(ObjectFormat.BITCODE, "\u00de\u00c0\u0017\u000b\0\0\0\0");
  }

  @Test
  void tellsCoffByMachineAndRoomForItsSections() throws MalformedFileException {
    String header = "d\u0086\2\0" + "\0".repeat(16);
    check(ObjectFormat.COFF, header + "s".repeat(80));
    check(ObjectFormat.UNRECOGNIZED, header + "s".repeat(79));
    check(ObjectFormat.COFF, "\0\0\u00ff\u00ff\0\0d\u0086");
  }

  @Test
  void tellsAFatFileFromAJavaClass() throws MalformedFileException {
    check(ObjectFormat.MACH_O, "\u00ca\u00fe\u00ba\u00be\0\0\0\2");
    check(ObjectFormat.UNRECOGNIZED, "\u00ca\u00fe\u00ba\u00be\0\0\0E");
  }

  @Test
  void recognizesNothingInTextOrInTooFewBytes() throws MalformedFileException {
    check(ObjectFormat.UNRECOGNIZED, "go object linux amd64");
    check(ObjectFormat.UNRECOGNIZED, "\u007fELF\2");
    check(ObjectFormat.UNRECOGNIZED, "\u007fELF\3\1\1\0");
    check(ObjectFormat.UNRECOGNIZED, "");
  }

  private static void check(ObjectFormat expected, String bytes) throws MalformedFileException {
    assertEquals(
        expected, ObjectFormat.of(ByteView.of(bytes.getBytes(StandardCharsets.ISO_8859_1))));
  }
}
