package nib.engine.objectfile.coff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes COFF objects byte by byte, also such as no compiler makes: header, section table, symbol
/// table, names.
public final class CoffBytes {

  public static final int CODE = 0x6000_0020;
  public static final int DATA = 0xc000_0040;

  private static final byte[] BIG_OBJECT = {
    (byte) 0xc7,
    (byte) 0xa1,
    (byte) 0xba,
    (byte) 0xd1,
    (byte) 0xee,
    (byte) 0xba,
    (byte) 0xa9,
    0x4b,
    (byte) 0xaf,
    0x20,
    (byte) 0xfa,
    (byte) 0xf6,
    0x6a,
    (byte) 0xa4,
    (byte) 0xdc,
    (byte) 0xb8
  };

  private record Section(String name, int size, int characteristics) {}

  private final int machine;
  private final boolean big;
  private final List<Section> sections = new ArrayList<>();
  private final ByteArrayOutputStream symbols = new ByteArrayOutputStream();
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private int count;
  private boolean stringTable = true;

  private CoffBytes(int machine, boolean big) {
    this.machine = machine;
    this.big = big;
    names.writeBytes(new byte[4]);
  }

  public static CoffBytes x64() {
    return new CoffBytes(0x8664, false);
  }

  static CoffBytes of(int machine) {
    return new CoffBytes(machine, false);
  }

  static CoffBytes big() {
    return new CoffBytes(0x8664, true);
  }

  public CoffBytes section(String name, int characteristics) {
    return section(name, 16, characteristics);
  }

  CoffBytes section(String name, int size, int characteristics) {
    sections.add(new Section(name, size, characteristics));
    return this;
  }

  /// Adds an external function of section 1.
  public CoffBytes function(String name) {
    return symbol(name, 8, 1, 0x20, 2);
  }

  CoffBytes symbol(String name, int value, int section, int type, int storage) {
    return symbol(field(name), value, section, type << 16 | storage << 8);
  }

  /// Adds a symbol that one auxiliary record follows.
  CoffBytes symbolWithRecord(String name, int section, int storage, int... words) {
    symbol(field(name), 0, section, storage << 8 | 1);
    var record = ByteBuffer.allocate(big ? 20 : 18).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      record.putInt(word);
    }
    return put(record.array());
  }

  CoffBytes symbolNamedAt(int offset, int section) {
    var field = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(offset);
    return symbol(field.array(), 0, section, 2 << 8);
  }

  CoffBytes withoutStringTable() {
    stringTable = false;
    return this;
  }

  /// @param traits type, storage class and number of auxiliary records
  private CoffBytes symbol(byte[] name, int value, int section, int traits) {
    var entry = ByteBuffer.allocate(big ? 20 : 18).order(ByteOrder.LITTLE_ENDIAN);
    entry.put(name).putInt(value);
    if (big) {
      entry.putInt(section);
    } else {
      entry.putShort((short) section);
    }
    entry.putShort((short) (traits >> 16)).put((byte) (traits >> 8)).put((byte) traits);
    return put(entry.array());
  }

  private CoffBytes put(byte[] entry) {
    symbols.writeBytes(entry);
    count++;
    return this;
  }

  private byte[] field(String name) {
    var text = name.getBytes(StandardCharsets.ISO_8859_1);
    var field = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    return text.length <= 8
        ? field.put(text).array()
        : field.putInt(0).putInt(string(name)).array();
  }

  private int string(String name) {
    int at = names.size();
    names.writeBytes((name + "\0").getBytes(StandardCharsets.ISO_8859_1));
    return at;
  }

  public byte[] bytes() {
    int symbolsAt = (big ? 56 : 20) + 40 * sections.size();
    var headers = ByteBuffer.allocate(symbolsAt).order(ByteOrder.LITTLE_ENDIAN);
    if (big) {
      headers.putShort((short) 0).putShort((short) 0xffff).putShort((short) 2);
      headers.putShort((short) machine).putInt(0).put(BIG_OBJECT).position(44);
      headers.putInt(sections.size()).putInt(symbolsAt).putInt(count);
    } else {
      headers.putShort((short) machine).putShort((short) sections.size()).putInt(0);
      headers.putInt(symbolsAt).putInt(count).putInt(0);
    }
    for (var section : sections) {
      var name = section.name().getBytes(StandardCharsets.ISO_8859_1);
      var field =
          name.length <= 8
              ? name
              : ("/" + string(section.name())).getBytes(StandardCharsets.ISO_8859_1);
      int at = headers.position();
      headers.put(field).putInt(at + 16, section.size()).putInt(at + 36, section.characteristics());
      headers.position(at + 40);
    }
    var out = new ByteArrayOutputStream();
    out.writeBytes(headers.array());
    out.writeBytes(symbols.toByteArray());
    if (stringTable) {
      var strings = names.toByteArray();
      ByteBuffer.wrap(strings).order(ByteOrder.LITTLE_ENDIAN).putInt(strings.length);
      out.writeBytes(strings);
    }
    return out.toByteArray();
  }

  /// A member of an import library in its short form.
  ///
  /// @param type 0 code, 1 data, 2 constant
  public static byte[] shortImport(int machine, int type, String name) {
    var text = (name + "\0some.dll\0").getBytes(StandardCharsets.ISO_8859_1);
    var out = ByteBuffer.allocate(20 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 0xffff).putShort((short) 0);
    out.putShort((short) machine).putInt(0).putInt(text.length).putShort((short) 0);
    return out.putShort((short) (type | 1 << 2)).put(text).array();
  }
}
