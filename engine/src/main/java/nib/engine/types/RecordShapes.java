package nib.engine.types;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nib.engine.packages.ModuleId;

/// The fields of a module's records, as far as others can come across them, and those of the
/// modules that these lead to. Two of them are told apart by identity: [#orEqual] sees to it that
/// equal ones of one module are one.
final class RecordShapes {

  /// A field without its place.
  record FieldType(String name, Type type) {}

  private final ModuleId module;
  private final Map<String, List<FieldType>> records;
  private final List<RecordShapes> mentioned;

  /// @param mentioned those of all other modules whose records this module's interface mentions
  RecordShapes(
      ModuleId module, Map<String, List<FieldType>> records, List<RecordShapes> mentioned) {
    this.module = module;
    this.records = Map.copyOf(records);
    this.mentioned = List.copyOf(mentioned);
  }

  RecordShapes orEqual(RecordShapes earlier) {
    return records.equals(earlier.records) && mentioned.equals(earlier.mentioned) ? earlier : this;
  }

  /// The fields of every record of other modules that can be come across, by module and name.
  static Map<ModuleId, Map<String, List<FieldType>>> all(List<RecordShapes> starts) {
    var all = new HashMap<ModuleId, Map<String, List<FieldType>>>();
    var waiting = new ArrayDeque<>(starts);
    while (!waiting.isEmpty()) {
      var shapes = waiting.remove();
      if (all.putIfAbsent(shapes.module, shapes.records) == null) {
        waiting.addAll(shapes.mentioned);
      }
    }
    return all;
  }
}
