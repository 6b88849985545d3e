package nib.engine.objectfile.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes WebAssembly objects byte by byte: sections one after the other, numbers of seven bits.
public final class WasmBytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> symbols = new ArrayList<>();

  public WasmBytes() {
    out.writeBytes(bytes(0, 'a', 's', 'm', 1, 0, 0, 0));
  }

  /// A module that takes `env.taken` of type `(i32) -> ()`, defines a function of type `(i64, f64)
  /// -> (i32)` and one of the first type, and has 8 bytes of data at 16.
  public static WasmBytes sample() {
    return new WasmBytes()
        .section(1, bytes(2, 0x60, 1, 0x7f, 0, 0x60, 2, 0x7e, 0x7c, 1, 0x7f))
        .section(2, join(bytes(1), name("env"), name("taken"), bytes(0, 0)))
        .section(3, bytes(2, 1, 0))
        .section(10, bytes(2, 4, 0, 0x41, 0, 0x0b, 2, 0, 0x0b))
        .section(11, join(bytes(1, 0, 0x41, 16, 0x0b, 8), new byte[8]));
  }

  /// Adds a section of less than 16 KiB.
  WasmBytes section(int id, byte[] content) {
    out.write(id);
    out.writeBytes(bytes((content.length & 0x7f) | 0x80, content.length >> 7));
    out.writeBytes(content);
    return this;
  }

  WasmBytes custom(String name, byte[] content) {
    return section(0, join(name(name), content));
  }

  /// Adds a symbol of a function; its name only where `name` has one.
  public WasmBytes function(int flags, int index, String name) {
    return symbol(join(bytes(0, flags, index), name.isEmpty() ? new byte[0] : name(name)));
  }

  WasmBytes data(int flags, String name, int... place) {
    return symbol(join(bytes(1, flags), name(name), bytes(place)));
  }

  WasmBytes symbol(byte[] symbol) {
    symbols.add(symbol);
    return this;
  }

  /// The module with the linking section: segment names, symbols.
  public byte[] bytes() {
    var table = join(bytes(symbols.size()), join(symbols.toArray(byte[][]::new)));
    var segments = join(bytes(1), name(".data.d"), bytes(2, 0));
    var comdats = join(bytes(1), name("c"), bytes(0, 1, 1, 2));
    custom(
        "linking",
        join(
            bytes(2, 5, segments.length),
            segments,
            bytes(7, comdats.length),
            comdats,
            bytes(8, table.length),
            table));
    return out.toByteArray();
  }

  byte[] withoutLinking() {
    return out.toByteArray();
  }

  static byte[] name(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return join(bytes(text.length), text);
  }

  static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
