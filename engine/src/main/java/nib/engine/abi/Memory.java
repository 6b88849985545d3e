package nib.engine.abi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nib.engine.foreign.Convention;
import nib.engine.foreign.ForeignFunction;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;

/// The memory that a foreign function is about, for one target.
///
/// @param plain structures that are passed by value, or whose address is passed and which nobody
///   counts
/// @param blocks what counted pointers point to
public record Memory(List<Layout> plain, List<HeapBlock> blocks) {

  public Memory {
    plain = List.copyOf(plain);
    blocks = List.copyOf(blocks);
  }

  public boolean isEmpty() {
    return plain.isEmpty() && blocks.isEmpty();
  }

  /// All that its parameters and its result are, then what these point to, each once.
  public static Memory of(ForeignFunction function, Layouts layouts) {
    var collector = new Collector(layouts, function.records());
    if (function.convention() == Convention.NATIVE) {
      collector.plain(layouts.stack());
    }
    if (function.type() instanceof Type.Function(var parameters, var result)) {
      collector.rest.addAll(parameters);
      collector.rest.add(result);
    }
    while (!collector.rest.isEmpty()) {
      collector.add(collector.rest.remove());
    }
    return collector.memory();
  }

  private static final class Collector {

    private final Layouts layouts;
    private final Deque<Type> rest = new ArrayDeque<>();
    private final Map<Type.RecordOf, RecordDefinition> records = new LinkedHashMap<>();
    private final Map<String, Layout> plain = new LinkedHashMap<>();
    private final Map<String, HeapBlock> blocks = new LinkedHashMap<>();

    Collector(Layouts layouts, List<RecordDefinition> records) {
      this.layouts = layouts;
      records.forEach(one -> this.records.put(one.type(), one));
    }

    void plain(Layout layout) {
      plain.putIfAbsent(layout.name(), layout);
    }

    private boolean block(Layout layout) {
      return blocks.putIfAbsent(layout.name(), layouts.block(layout)) == null;
    }

    void add(Type type) {
      switch (type) {
        case Type.Primitive primitive -> {
          switch (primitive) {
            case ANY -> any();
            case STRING -> block(layouts.string());
            case ERROR -> {
              block(layouts.error());
              any();
            }
            case BOOLEAN, NONE, NUMBER -> {}
          }
        }
        case Type.Union _, Type.Unknown _ -> any();
        case Type.Function _ -> block(layouts.closure());
        case Type.ListOf _ -> block(layouts.list());
        case Type.MapOf _ -> block(layouts.map());
        case Type.RecordOf record -> {
          var definition = records.get(record);
          if (definition != null) {
            layouts
                .record(definition)
                .filter(this::block)
                .ifPresent(_ -> definition.fields().forEach(field -> rest.add(field.type())));
          }
        }
      }
    }

    private void any() {
      plain(layouts.any());
      plain(layouts.typeInfo());
    }

    Memory memory() {
      return new Memory(new ArrayList<>(plain.values()), new ArrayList<>(blocks.values()));
    }
  }
}
