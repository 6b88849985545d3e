package nib.engine.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeaderReaderTest {

  @TempDir private Path folder;

  @Test
  void namesTheFieldsOfAnArchivesAndAnElfHeader() throws Exception {
    var header = HeaderReader.read(archive("utf8.o/", "", elf()), 8);

    assertEquals(8, header.at());
    assertEquals(60 + 64, header.bytes().length);
    assertEquals("utf8.o/", value(header, "ar_name"));
    assertEquals("`\\n", value(header, "ar_fmag"));
    assertEquals("2", value(header, "EI_CLASS"));
    assertEquals("0x3e (62)", value(header, "e_machine"));
    assertEquals("0x1234 (4660)", value(header, "e_shoff"));
    assertEquals("7", value(header, "e_shstrndx"));
    assertEquals(
        "00000008  75 74 66 38 2e 6f 2f 20  20 20 20 20 20 20 20 20   utf8.o/         ",
        header.lines().getFirst());
  }

  @Test
  void findsTheObjectBehindALongNameOfBsd() throws Exception {
    var header = HeaderReader.read(archive("#1/12", "long_name.o\0", elf()), 8);
    assertEquals("long_name.o", value(header, "name (BSD)"));
    assertEquals("0x3e (62)", value(header, "e_machine"));
  }

  @Test
  void readsALoneObjectAndWhatIsLeftOfAMember() throws Exception {
    var lone = Files.write(folder.resolve("a.o"), elf());
    assertEquals("0x3e (62)", value(HeaderReader.read(lone, 0), "e_machine"));

    byte[] whole = Files.readAllBytes(archive("utf8.o/", "", elf()));
    for (int length = 68; length < whole.length; length++) {
      var cut = Files.write(folder.resolve("cut.a"), java.util.Arrays.copyOf(whole, length));
      var header = HeaderReader.read(cut, 8);
      assertEquals(length - 8, header.bytes().length);
    }
  }

  @Test
  void saysWhereAFileEnds() throws Exception {
    var short1 = Files.writeString(folder.resolve("short.a"), "!<arch>\nutf8");
    var failure = assertThrows(FailureException.class, () -> HeaderReader.read(short1, 8));
    assertTrue(failure.failure().what().contains("ends before this member"));
  }

  @Test
  void saysThatAFileCannotBeRead() {
    var failure = assertThrows(FailureException.class, () -> HeaderReader.read(folder, 0));
    assertTrue(failure.failure().what().contains("cannot be read"), failure::toString);
  }

  private static String value(HeaderBytes header, String field) {
    return header.fields().stream()
        .filter(one -> one.name().equals(field))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private Path archive(String name, String longName, byte[] content) throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(
        "%-16s%-12s%-6s%-6s%-8s%-10s`\n"
            .formatted(name, "0", "0", "0", "644", content.length + longName.length())
            .getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(longName.getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(content);
    return Files.write(folder.resolve("lib.a"), bytes.toByteArray());
  }

  private static byte[] elf() {
    var header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
    header.putShort((short) 1).putShort((short) 62).putInt(1);
    header.putLong(0).putLong(0).putLong(0x1234).putInt(0);
    header.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    header.putShort((short) 64).putShort((short) 9).putShort((short) 7);
    return header.array();
  }
}
