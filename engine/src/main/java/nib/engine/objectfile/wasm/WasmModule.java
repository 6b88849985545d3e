package nib.engine.objectfile.wasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;

/// The sections of a module, those that symbols rest on taken apart ("Modules").
final class WasmModule {

  static final int FUNCTION = 0;
  static final int TABLE = 1;
  static final int MEMORY = 2;
  static final int GLOBAL = 3;
  static final int TAG = 4;
  private static final int KINDS = 5;

  private static final int HEADER = 8;
  private static final int VERSION = 1;
  private static final int MEMORY_64 = 4;

  /// A section.
  ///
  /// @param id 0 for custom ones, which alone have a name
  /// @param content without the name of custom ones
  record Section(int id, String name, ByteView content) {}

  /// @param name the place of the name's bytes in the import section
  record Import(int kind, WasmInput.Name name, Optional<Integer> function) {}

  /// A function's body.
  ///
  /// @param at in the code section, in bytes
  /// @param size in bytes, with the number that tells it
  record Body(long at, long size) {}

  /// A run of initial memory.
  ///
  /// @param offset in memory, where it is a constant
  record Segment(long offset, long size) {}

  private final List<Section> sections = new ArrayList<>();
  private final List<List<Import>> imports = new ArrayList<>();
  private final WasmTypes types = new WasmTypes();
  private final List<Body> bodies = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private Optional<ByteView> importSection = Optional.empty();
  private Optional<ByteView> linking = Optional.empty();
  private boolean wide;

  private WasmModule() {
    for (int i = 0; i < KINDS; i++) {
      imports.add(new ArrayList<>());
    }
  }

  static WasmModule read(ByteView file) throws MalformedFileException {
    var bytes = file.loaded();
    if (bytes.u32(4) != VERSION) {
      throw bytes.malformed(
          4, "version 0x%x of WebAssembly, which is not read".formatted(bytes.u32(4)));
    }
    var module = new WasmModule();
    var input = new WasmInput(bytes);
    input.skip(HEADER);
    while (!input.ended()) {
      int id = input.u8();
      module.add(id, input.part(input.u32()));
    }
    return module;
  }

  private void add(int id, WasmInput section) throws MalformedFileException {
    String name = "";
    if (id == 0) {
      var place = section.name();
      name = RawText.decode(section.bytes().copy(place.at(), place.length()));
    }
    var bytes = section.bytes();
    var content = bytes.slice(section.at(), bytes.size() - section.at());
    sections.add(new Section(id, name, content));
    switch (id) {
      case 0 -> {
        if (name.equals("linking")) {
          linking = Optional.of(content);
        }
      }
      case 1 -> types.read(section);
      case 2 -> readImports(section);
      case 3 -> readFunctions(section);
      case 5 -> readMemories(section);
      case 10 -> readBodies(section);
      case 11 -> readSegments(section);
      default -> {}
    }
  }

  private void readImports(WasmInput section) throws MalformedFileException {
    importSection = Optional.of(section.bytes());
    int count = section.count();
    for (int i = 0; i < count; i++) {
      section.name();
      var name = section.name();
      long start = section.at();
      int kind = section.u8();
      Optional<Integer> function = Optional.empty();
      switch (kind) {
        case FUNCTION -> {
          function = Optional.of(types.functions());
          types.addFunction(section.u32());
        }
        case TABLE -> {
          WasmTypes.value(section);
          limits(section);
        }
        case MEMORY -> wide |= (limits(section) & MEMORY_64) != 0;
        case GLOBAL -> {
          WasmTypes.value(section);
          section.u8();
        }
        case TAG -> {
          section.u8();
          section.u32();
        }
        default -> throw section.malformed(start, "an import of kind %d".formatted(kind));
      }
      imports.get(kind).add(new Import(kind, name, function));
    }
  }

  /// Skips the least and, where there is one, the greatest size; returns the flags.
  private static int limits(WasmInput section) throws MalformedFileException {
    int flags = (int) section.u32();
    section.unsigned();
    if ((flags & 1) != 0) {
      section.unsigned();
    }
    if ((flags & 8) != 0) {
      section.u32(); // the size of a page, as a power of two
    }
    return flags;
  }

  private void readFunctions(WasmInput section) throws MalformedFileException {
    int count = section.count();
    for (int i = 0; i < count; i++) {
      types.addFunction(section.u32());
    }
  }

  private void readMemories(WasmInput section) throws MalformedFileException {
    int count = section.count();
    for (int i = 0; i < count; i++) {
      wide |= (limits(section) & MEMORY_64) != 0;
    }
  }

  private void readBodies(WasmInput section) throws MalformedFileException {
    int count = section.count();
    for (int i = 0; i < count; i++) {
      long start = section.at();
      section.skip(section.u32());
      bodies.add(new Body(start, section.at() - start));
    }
  }

  private void readSegments(WasmInput section) throws MalformedFileException {
    int count = section.count();
    for (int i = 0; i < count; i++) {
      long flags = section.u32();
      if ((flags & 2) != 0) {
        section.u32(); // the memory's number
      }
      long offset = (flags & 1) == 0 ? constant(section) : 0;
      long size = section.u32();
      section.skip(size);
      segments.add(new Segment(offset, size));
    }
  }

  /// The value of a constant expression; 0 where only a linker or a loader knows it ("Constant
  /// Expressions").
  private static long constant(WasmInput section) throws MalformedFileException {
    long value = 0;
    while (true) {
      long start = section.at();
      int instruction = section.u8();
      switch (instruction) {
        case 0x0b -> {
          return value;
        }
        case 0x41 -> value = section.signed() & 0xffff_ffffL; // i32.const
        case 0x42 -> value = section.signed(); // i64.const
        case 0x23 -> section.u32(); // global.get
        case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> {} // sums of what is known later
        default ->
            throw section.malformed(
                start, "instruction 0x%x in a segment's offset".formatted(instruction));
      }
    }
  }

  List<Section> sections() {
    return sections;
  }

  List<Import> imports(int kind) {
    return imports.get(kind);
  }

  WasmTypes types() {
    return types;
  }

  List<Body> bodies() {
    return bodies;
  }

  List<Segment> segments() {
    return segments;
  }

  Optional<ByteView> importSection() {
    return importSection;
  }

  Optional<ByteView> linking() {
    return linking;
  }

  /// Whether addresses have 64 bits.
  boolean wide() {
    return wide;
  }
}
