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
    check(ObjectFormat.UNRECOGNIZED, "d\u0086\2\0" + "\1".repeat(8));
    check(ObjectFormat.TEXT, "db  is letters and the machine of LoongArch" + " ".repeat(400_000));
  }

  @Test
  void tellsWhatHasNoMachineByItsClass() throws MalformedFileException {
    String start = "\0\0\u00ff\u00ff";
    check(ObjectFormat.COFF_IMPORT, start + "\0\0d\u0086" + "\0".repeat(12));
    check(ObjectFormat.UNRECOGNIZED, start + "\1\0d\u0086" + "\0".repeat(12));
    String big =
        "\u00c7\u00a1\u00ba\u00d1\u00ee\u00ba\u00a9K\u00af \u00fa\u00f6j\u00a4\u00dc\u00b8";
    check(ObjectFormat.COFF, start + "\2\0d\u0086\0\0\0\0" + big);
    String code = "8\u00fe\u00b3\u000c\u00a5\u00d9\u00abM\u00ac\u009b\u00d6\u00b6\"&S\u00c2";
    check(ObjectFormat.MSVC_INTERMEDIATE, start + "\1\0d\u0086\0\0\0\0" + code);
  }

  @Test
  void tellsAFatFileFromAJavaClass() throws MalformedFileException {
    check(ObjectFormat.FAT_MACH_O, "\u00ca\u00fe\u00ba\u00be\0\0\0\2");
    check(ObjectFormat.JAVA_CLASS, "\u00ca\u00fe\u00ba\u00be\0\0\0E");
  }

  @Test
  void namesWhatIsNoObject() throws MalformedFileException {
    check(ObjectFormat.GO_OBJECT, "go object linux amd64 go1.19.8\n\n!\n\0go119ld");
    check(ObjectFormat.GO_EXPORTS, "go object linux amd64 go1.19.8\nbuild id \"\"\n\n\n$$B\nu");
    check(ObjectFormat.RUST_METADATA, "rust\0\0\0\6\0\0");
    check(ObjectFormat.ARCHIVE, "!<arch>\n");
    check(ObjectFormat.ARCHIVE, "!<thin>\n/");
    check(ObjectFormat.ARCHIVE, "<bigaf>\n0");
    check(ObjectFormat.XCOFF, "\1\u00f7\0\0" + "\0".repeat(20));
    check(ObjectFormat.TEXT, "a read-me");
    check(ObjectFormat.TEXT, "short");
    check(ObjectFormat.EMPTY, "");
    check(ObjectFormat.UNRECOGNIZED, "\u007fELF\2");
    check(ObjectFormat.UNRECOGNIZED, "\u007fELF\3\1\1\0");
  }

  private static void check(ObjectFormat expected, String bytes) throws MalformedFileException {
    assertEquals(
        expected, ObjectFormat.of(ByteView.of(bytes.getBytes(StandardCharsets.ISO_8859_1))));
  }
}
