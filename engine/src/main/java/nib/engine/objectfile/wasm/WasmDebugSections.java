package nib.engine.objectfile.wasm;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.DebugSections;

/// Debugging information of a WebAssembly object: custom sections with ELF's names ("DWARF for
/// WebAssembly"). Producers write what relocations would bring in place as well ("Tool
/// Conventions", "Linking").
final class WasmDebugSections implements DebugSections {

  /// No section of the object's: functions have no places that symbols would tell too.
  private static final int APART = -2;

  private final Map<String, ByteView> byName = new LinkedHashMap<>();

  WasmDebugSections(WasmModule module) {
    for (var section : module.sections()) {
      if (section.id() == 0 && section.name().startsWith(".debug_")) {
        byName.putIfAbsent(section.name(), section.content());
      }
    }
  }

  @Override
  public ByteOrder order() {
    return ByteOrder.LITTLE_ENDIAN;
  }

  @Override
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  @Override
  public Place code(Place symbol) {
    return new Place(APART, symbol.offset());
  }

  @Override
  public Optional<DebugSection> section(String name) throws MalformedFileException {
    var content = byName.get(name);
    return content == null
        ? Optional.empty()
        : Optional.of(DebugSection.of(content.copy(0, (int) content.size()), content.base()));
  }
}
