package nib.engine.objectfile.wasm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;

/// The custom section `linking`: what the compiler tells the linker (tool conventions, "Linking
/// Metadata Section").
final class WasmLinking {

  private static final int VERSION = 2;
  private static final int SEGMENT_INFO = 5;
  private static final int COMDAT_INFO = 7;
  private static final int SYMBOL_TABLE = 8;

  private static final int COMDAT_DATA = 0;
  private static final int COMDAT_FUNCTION = 1;
  private static final int THREAD_LOCAL = 2;

  /// Far more functions than any engine takes; a bit set grows with the number it is told.
  private static final int MOST = 1 << 24;

  /// What the compiler calls a segment of memory.
  record SegmentInfo(String name, boolean threadLocal) {}

  private final List<SegmentInfo> segments = new ArrayList<>();
  private final BitSet comdatSegments = new BitSet();
  private final BitSet comdatFunctions = new BitSet();
  private Optional<WasmInput> symbols = Optional.empty();

  private WasmLinking() {}

  static WasmLinking read(ByteView content) throws MalformedFileException {
    var linking = new WasmLinking();
    var input = new WasmInput(content);
    long version = input.u32();
    if (version != VERSION) {
      throw content.malformed(
          0, "version %d of the linking section, which is not read".formatted(version));
    }
    while (!input.ended()) {
      int kind = input.u8();
      var part = input.part(input.u32());
      switch (kind) {
        case SEGMENT_INFO -> linking.segments(part);
        case COMDAT_INFO -> linking.comdats(part);
        case SYMBOL_TABLE -> linking.symbols = Optional.of(part);
        default -> {} // functions to run at the start; what comes later
      }
    }
    return linking;
  }

  private void segments(WasmInput part) throws MalformedFileException {
    int count = part.count();
    for (int i = 0; i < count; i++) {
      var name = part.name();
      part.u32(); // alignment
      long flags = part.u32();
      segments.add(
          new SegmentInfo(
              RawText.decode(part.bytes().copy(name.at(), name.length())),
              (flags & THREAD_LOCAL) != 0));
    }
  }

  private void comdats(WasmInput part) throws MalformedFileException {
    int count = part.count();
    for (int i = 0; i < count; i++) {
      part.name();
      part.u32(); // flags, none of which is known
      int members = part.count();
      for (int j = 0; j < members; j++) {
        int kind = part.u8();
        long index = part.u32();
        if (kind == COMDAT_DATA && index < MOST) {
          comdatSegments.set((int) index);
        }
        if (kind == COMDAT_FUNCTION && index < MOST) {
          comdatFunctions.set((int) index);
        }
      }
    }
  }

  /// Empty where the module is no object but a linked program.
  Optional<WasmInput> symbols() {
    return symbols;
  }

  Optional<SegmentInfo> segment(int number) {
    return number < segments.size() ? Optional.of(segments.get(number)) : Optional.empty();
  }

  boolean comdatSegment(int number) {
    return comdatSegments.get(number);
  }

  boolean comdatFunction(int number) {
    return comdatFunctions.get(number);
  }
}
