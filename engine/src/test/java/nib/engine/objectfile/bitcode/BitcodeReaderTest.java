package nib.engine.objectfile.bitcode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import org.junit.jupiter.api.Test;

final class BitcodeReaderTest {

  private static final int SYMTAB = 25;
  private static final int STRTAB = 23;

  private static final int UNDEFINED = 1 << 3;
  private static final int WEAK = 1 << 4;
  private static final int COMMON = 1 << 5;
  private static final int GLOBAL = 1 << 10;
  private static final int FORMAT_SPECIFIC = 1 << 11;
  private static final int EXECUTABLE = 1 << 13;

  private static final String NAMES = "x86_64-pc-linux-gnufgh";

  @Test
  void readsTheTableThatLinkersRead() throws Exception {
    var object =
        read(file(
                symtab(
                    EXECUTABLE | GLOBAL | 1,
                    UNDEFINED | GLOBAL | WEAK,
                    COMMON | GLOBAL,
                    GLOBAL | WEAK,
                    0,
                    FORMAT_SPECIFIC),
                NAMES))
            .orElseThrow();
    assertEquals("x86-64", object.machine());
    assertEquals(64, object.machineNumber());
    assertEquals(
        List.of("T f", "w f", "C f", "W f", "d f"),
        object.symbols().stream().map(one -> one.letter() + " " + one.name()).toList());
    var function = object.symbols().getFirst();
    assertEquals(Kind.FUNCTION, function.kind());
    assertEquals(Visibility.HIDDEN, function.visibility());
    assertEquals(Definition.SECTION, function.definition());
    assertEquals(Binding.WEAK, object.symbols().get(1).binding());
    assertEquals(Definition.COMMON, object.symbols().get(2).definition());
  }

  @Test
  void looksIntoTheWrapper() throws Exception {
    var bitcode = file(symtab(GLOBAL), NAMES);
    var wrapper = ByteBuffer.allocate(20 + bitcode.length).order(ByteOrder.LITTLE_ENDIAN);
    wrapper.putInt(0x0b17_c0de).putInt(0).putInt(20).putInt(bitcode.length).putInt(7).put(bitcode);
    assertEquals(1, read(wrapper.array()).orElseThrow().symbols().size());
  }

  @Test
  void leavesWhatItDoesNotUnderstand() throws Exception {
    assertEquals(Optional.empty(), read(file(symtab(GLOBAL), "short")));
    assertEquals(Optional.empty(), read(file(new byte[20], NAMES)));
    var tooMany = symtab(GLOBAL);
    tooMany[32] = 99;
    assertEquals(Optional.empty(), read(file(tooMany, NAMES)));
    assertEquals(Optional.empty(), read(new byte[] {'B', 'C', (byte) 0xc0, (byte) 0xde}));
  }

  private static Optional<ObjectFile> read(byte[] bytes) throws MalformedFileException {
    return BitcodeReader.read(ByteView.of(bytes), SymbolFilter.ALL);
  }

  /// A table of symbols that are all called `f`.
  private static byte[] symtab(int... flags) {
    var out = ByteBuffer.allocate(60 + 24 * flags.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(28, 60).putInt(32, flags.length);
    out.putInt(44, 0).putInt(48, "x86_64-pc-linux-gnu".length());
    for (int i = 0; i < flags.length; i++) {
      out.putInt(60 + 24 * i, 19).putInt(64 + 24 * i, 1).putInt(80 + 24 * i, flags[i]);
    }
    return out.array();
  }

  private static byte[] file(byte[] symtab, String names) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'B', 'C', (byte) 0xc0, (byte) 0xde});
    out.writeBytes(block(SYMTAB, symtab));
    out.writeBytes(block(STRTAB, names.getBytes(StandardCharsets.US_ASCII)));
    return out.toByteArray();
  }

  /// A block of abbreviation width 3 with one record: a number that stands for itself, and bytes.
  private static byte[] block(int number, byte[] content) {
    var bits = new Bits();
    bits.put(1, 2).put(number, 8).put(3, 4).align();
    int size = bits.words();
    bits.put(0, 32);
    bits.put(2, 3).put(2, 5).put(1, 1).put(1, 8).put(0, 1).put(5, 3);
    bits.put(4, 3).put((content.length & 31) | 32, 6).put((content.length >> 5) & 31, 6).align();
    for (byte one : content) {
      bits.put(one & 0xff, 8);
    }
    bits.align().put(0, 3).align();
    return bits.bytes(size);
  }

  private static final class Bits {
    private final BitSet bits = new BitSet();
    private int length;

    Bits put(int value, int width) {
      for (int i = 0; i < width; i++) {
        bits.set(length++, ((value >> i) & 1) != 0);
      }
      return this;
    }

    Bits align() {
      length = (length + 31) & ~31;
      return this;
    }

    int words() {
      return length / 32;
    }

    /// All bytes, with the number of words behind word `at` in it.
    byte[] bytes(int at) {
      var bytes = new byte[length / 8];
      var set = bits.toByteArray();
      System.arraycopy(set, 0, bytes, 0, set.length);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4 * at, words() - at - 1);
      return bytes;
    }
  }
}
