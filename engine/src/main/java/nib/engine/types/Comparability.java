package nib.engine.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import nib.engine.types.Incomparable.Step;

/// Knows which types cannot be compared: `any`, `error` and functions cannot, and what holds one of
/// them (`type_comparability_checker.rs`).
///
/// Each record is looked into once, however many types lead to it, so that a module of many records
/// and map types takes no more time than its length. Of several reasons the one that is the fewest
/// fields away is told.
final class Comparability {

  /// What a type holds outside of records.
  ///
  /// @param obstacle the first part that cannot be compared
  private record Contents(Optional<Type> obstacle, Set<Type.RecordOf> records) {

    static Contents of(Type type) {
      var records = new LinkedHashSet<Type.RecordOf>();
      var waiting = new ArrayDeque<Type>(List.of(type));
      while (!waiting.isEmpty()) {
        var part = waiting.remove();
        switch (part) {
          case Type.Primitive primitive -> {
            if (primitive == Type.Primitive.ANY || primitive == Type.Primitive.ERROR) {
              return new Contents(Optional.of(part), Set.of());
            }
          }
          case Type.Function _ -> {
            return new Contents(Optional.of(part), Set.of());
          }
          case Type.ListOf(var element) -> waiting.add(element);
          case Type.MapOf(var key, var value) -> {
            waiting.add(key);
            waiting.add(value);
          }
          case Type.Union(var members) -> waiting.addAll(members);
          case Type.RecordOf record -> records.add(record);
          case Type.Unknown _ -> {}
        }
      }
      return new Contents(Optional.empty(), records);
    }
  }

  private record FieldContents(RecordDefinition.Field field, Contents contents) {}

  /// A record that is known to hold what cannot be compared, that many fields away.
  private record Reached(int distance, Type.RecordOf record) {}

  private final Function<Type.RecordOf, Optional<RecordDefinition>> definitions;

  /// The step by which a record leads to what cannot be compared; empty where it can be compared.
  private final Map<Type.RecordOf, Optional<Step>> known = new HashMap<>();

  /// @param definitions a record's definition; a record without one counts as comparable
  Comparability(Function<Type.RecordOf, Optional<RecordDefinition>> definitions) {
    this.definitions = definitions;
  }

  /// Why two values of a type cannot be compared; empty where they can.
  synchronized Optional<Incomparable> obstacle(Type type) {
    var contents = Contents.of(type);
    if (contents.obstacle().isPresent()) {
      return contents.obstacle().map(part -> new Incomparable(part, Optional.empty()));
    }
    learn(contents.records());
    return nearest(contents).map(step -> new Incomparable(step.part(), Optional.of(step)));
  }

  private Optional<Step> nearest(Contents contents) {
    return contents.records().stream()
        .flatMap(record -> known.getOrDefault(record, Optional.empty()).stream())
        .min(Comparator.comparingInt(Step::distance));
  }

  /// Learns about records, and all that they lead to.
  private void learn(Collection<Type.RecordOf> records) {
    var found = find(records);
    var wholes = new HashMap<Type.RecordOf, List<Type.RecordOf>>();
    var reached = new PriorityQueue<Reached>(Comparator.comparingInt(Reached::distance));
    found.forEach((record, fields) -> {
      step(record, fields).ifPresent(step -> reached.add(new Reached(step.distance(), record)));
      for (var field : fields) {
        for (var part : field.contents().records()) {
          wholes.computeIfAbsent(part, _ -> new ArrayList<>()).add(record);
        }
      }
    });
    while (!reached.isEmpty()) {
      var next = reached.remove();
      if (!known.containsKey(next.record())) {
        known.put(next.record(), step(next.record(), found.getOrDefault(next.record(), List.of())));
        wholes
            .getOrDefault(next.record(), List.of())
            .forEach(whole -> reached.add(new Reached(next.distance() + 1, whole)));
      }
    }
    found.keySet().forEach(record -> known.putIfAbsent(record, Optional.empty()));
  }

  /// The records that are not known yet, with their fields.
  private Map<Type.RecordOf, List<FieldContents>> find(Collection<Type.RecordOf> records) {
    var found = new HashMap<Type.RecordOf, List<FieldContents>>();
    var waiting = new ArrayDeque<Type.RecordOf>(records);
    while (!waiting.isEmpty()) {
      var record = waiting.remove();
      if (!known.containsKey(record) && !found.containsKey(record)) {
        var fields =
            definitions.apply(record).map(RecordDefinition::fields).orElse(List.of()).stream()
                .map(field -> new FieldContents(field, Contents.of(field.type())))
                .toList();
        found.put(record, fields);
        fields.forEach(field -> waiting.addAll(field.contents().records()));
      }
    }
    return found;
  }

  /// The shortest way out of a record, as far as what it holds is known.
  private Optional<Step> step(Type.RecordOf record, List<FieldContents> fields) {
    return fields.stream()
        .flatMap(field ->
            field
                .contents()
                .obstacle()
                .map(part -> new Step(record, field.field(), part))
                .or(() ->
                    nearest(field.contents()).map(next -> new Step(record, field.field(), next)))
                .stream())
        .min(Comparator.comparingInt(Step::distance));
  }
}
