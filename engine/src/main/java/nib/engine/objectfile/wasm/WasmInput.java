package nib.engine.objectfile.wasm;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Reads a run of bytes from its start to its end.
final class WasmInput {

  private final ByteView bytes;
  private long at;

  WasmInput(ByteView bytes) {
    this.bytes = bytes;
  }

  long at() {
    return at;
  }

  boolean ended() {
    return at >= bytes.size();
  }

  int u8() throws MalformedFileException {
    return bytes.u8(at++);
  }

  /// A number of at most 32 bits, seven bits in a byte ("Integers": LEB128).
  long u32() throws MalformedFileException {
    long start = at;
    long value = unsigned();
    if (value < 0 || value > 0xffff_ffffL) {
      throw bytes.malformed(start, "a number of more than 32 bits");
    }
    return value;
  }

  /// A number of at most 64 bits.
  long unsigned() throws MalformedFileException {
    long start = at;
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw bytes.malformed(start, "a number of more than 64 bits");
  }

  long signed() throws MalformedFileException {
    long start = at;
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        int used = shift + 7;
        return used < Long.SIZE ? value << (Long.SIZE - used) >> (Long.SIZE - used) : value;
      }
    }
    throw bytes.malformed(start, "a number of more than 64 bits");
  }

  /// How many entries follow. Each takes a byte at least, so there is an end to what is believed.
  int count() throws MalformedFileException {
    long start = at;
    long count = u32();
    if (count > bytes.size() - at) {
      throw bytes.malformed(start, "%d entries in %d bytes".formatted(count, bytes.size() - at));
    }
    return (int) count;
  }

  /// Where a name is.
  record Name(int at, int length) {}

  Name name() throws MalformedFileException {
    long length = u32();
    long start = at;
    skip(length);
    return new Name((int) start, (int) length);
  }

  void skip(long length) throws MalformedFileException {
    bytes.slice(at, length); // checks that they are there
    at += length;
  }

  /// The next bytes as an input of their own.
  WasmInput part(long length) throws MalformedFileException {
    var part = new WasmInput(bytes.slice(at, length));
    at += length;
    return part;
  }

  ByteView bytes() {
    return bytes;
  }

  MalformedFileException malformed(long place, String what) {
    return bytes.malformed(place, what);
  }
}
