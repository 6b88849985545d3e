package nib.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nib.engine.archive.ArchiveIndex.Dialect;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveIndexTest {

  @TempDir private Path folder;

  /// Each way of `llvm-ar` to write an index says the same of the same members.
  @Tag("toolchain")
  @Test
  void readsTheIndexOfEveryDialect() throws Exception {
    for (int i = 0; i < 3; i++) {
      Files.writeString(
          folder.resolve("m%d.c".formatted(i)),
          "int first%d(void) { return 1; }\nint second%d;\nstatic int own;\n".formatted(i, i));
      Tool.run(folder, "gcc", "-c", "m%d.c".formatted(i));
    }
    for (var way : List.of("gnu 0", "bsd 0", "darwin 0", "gnu 1", "darwin 1")) {
      Files.deleteIfExists(folder.resolve("l.a"));
      boolean wide = way.endsWith("1");
      String format = way.substring(0, way.indexOf(' '));
      // With a threshold of 1 it takes every archive for one of more than 4 GiB.
      var command =
          List.of("env", "SYM64_THRESHOLD=" + (wide ? 1 : 1L << 32), "llvm-ar", "rcs", "l.a");
      var all = new ArrayList<>(command);
      all.addAll(List.of("--format=" + format, "m0.o", "m1.o", "m2.o"));
      Tool.run(folder, all.toArray(String[]::new));
      var archive = archive("l.a");
      var index = archive.index().orElseThrow();
      assertEquals(format.equals("gnu") ? Dialect.GNU : Dialect.BSD, index.dialect());
      assertEquals(wide, index.wide());
      assertEquals(
          Map.of(
              "first0", "m0.o", "second0", "m0.o", "first1", "m1.o", "second1", "m1.o", "first2",
              "m2.o", "second2", "m2.o"),
          entries(index, archive));
    }
  }

  @Test
  void readsWordsOfEightBytes() throws Exception {
    var table = ByteBuffer.allocate(8 + 16 + 6).order(ByteOrder.BIG_ENDIAN);
    table.putLong(2).putLong(100).putLong(5_000_000_000L).put(ascii("a\0bcd\0"));
    var index = new ArchiveIndex(Dialect.GNU, true, ByteView.of(table.array()));
    assertEquals(List.of("a", "bcd"), names(index));
    assertEquals(5_000_000_000L, index.member(1));
    var pairs = ByteBuffer.allocate(8 + 32 + 8 + 6).order(ByteOrder.LITTLE_ENDIAN);
    pairs.putLong(32).putLong(2).putLong(100).putLong(0).putLong(5_000_000_000L).putLong(6);
    pairs.put(ascii("a\0bcd\0"));
    var darwin = new ArchiveIndex(Dialect.BSD, true, ByteView.of(pairs.array()));
    assertEquals(List.of("bcd", "a"), names(darwin));
    assertEquals(5_000_000_000L, darwin.member(1));
  }

  /// Names of every length across the ends of the pieces in which the table is read.
  @Test
  void readsTheSameNamesInAnyNumberOfPieces() throws Exception {
    var expected =
        IntStream.range(0, 40_000).mapToObj(i -> "n" + i + "x".repeat(i * 31 % 97)).toList();
    var index = new ArchiveIndex(Dialect.GNU, false, ByteView.of(table(expected, 40_000)));
    assertEquals(expected, names(index));
    for (int most : new int[] {1, 2, 3, 7, 50}) {
      var names = new ArrayList<String>();
      for (var piece : index.pieces(most)) {
        long before = names.size();
        long count =
            index.forEach(
                piece,
                (bytes, at, length, entry) -> {
                  assertEquals(names.size() - before, entry);
                  names.add(new String(bytes, at, length, StandardCharsets.US_ASCII));
                });
        assertEquals(names.size() - before, count);
      }
      assertEquals(expected, names);
    }
  }

  @Test
  void readsNamesLongerThanAPiece() throws Exception {
    var expected = List.of("a", "b".repeat(900_000), "c".repeat(300_000), "d");
    assertEquals(
        expected, names(new ArchiveIndex(Dialect.GNU, false, ByteView.of(table(expected, 4)))));
  }

  @Test
  void saysWhatIsWrongWithATable() {
    fails("an index of 4294967295 symbols in 10 bytes", table(List.of("a"), -1), Dialect.GNU);
    fails("2 bytes of names", "1 names for 2 symbols", tableWith(2, "a\0"));
    fails("a name in the index without an end", tableWith(1, "abc"), Dialect.GNU);
    var pairs = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    fails("the name at 77", pairs.putInt(8).putInt(77).putInt(0).putInt(2).array(), Dialect.BSD);
    fails("an index table of 7 bytes", ByteBuffer.allocate(8).put((byte) 7).array(), Dialect.BSD);
  }

  private static void fails(String why, String message, byte[] table) {
    var index = new ArchiveIndex(Dialect.GNU, false, ByteView.of(table));
    var thrown = assertThrows(MalformedFileException.class, () -> names(index), why);
    assertTrue(thrown.what().contains(message), thrown::what);
  }

  private static void fails(String message, byte[] table, Dialect dialect) {
    var index = new ArchiveIndex(dialect, false, ByteView.of(table));
    var thrown = assertThrows(MalformedFileException.class, () -> names(index));
    assertTrue(thrown.what().contains(message), thrown::what);
  }

  private static byte[] tableWith(int count, String names) {
    var table = ByteBuffer.allocate(4 + 4 * count + names.length());
    table.putInt(count);
    for (int i = 0; i < count; i++) {
      table.putInt(8);
    }
    return table.put(ascii(names)).array();
  }

  private static byte[] table(List<String> names, int count) {
    var text = ascii(String.join("\0", names) + "\0");
    var table = ByteBuffer.allocate(4 + 4 * names.size() + text.length);
    table.putInt(count);
    for (int i = 0; i < names.size(); i++) {
      table.putInt(8);
    }
    return table.put(text).array();
  }

  private static List<String> names(ArchiveIndex index) throws MalformedFileException {
    var names = new ArrayList<String>();
    index.forEach((bytes, at, length, _) ->
        names.add(new String(bytes, at, length, StandardCharsets.US_ASCII)));
    return names;
  }

  private static Map<String, String> entries(ArchiveIndex index, Archive archive)
      throws MalformedFileException {
    var entries = new TreeMap<String, String>();
    index.forEach((bytes, at, length, entry) -> {
      long offset = index.member(entry);
      var member =
          archive.members().stream()
              .filter(one -> one.offset() == offset)
              .findFirst()
              .orElseThrow();
      entries.put(new String(bytes, at, length, StandardCharsets.US_ASCII), member.name());
    });
    return entries;
  }

  private Archive archive(String name) throws IOException, MalformedFileException {
    return ArchiveReader.read(ByteView.of(Files.readAllBytes(folder.resolve(name))));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
