package nib.engine.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nib.engine.types.Incomparable.Step;

/// Looks for the part of a type that cannot be compared. `any`, `error` and functions cannot; a
/// record is looked into once (`type_comparability_checker.rs`). The nearest such part is found,
/// and chains of records may be of any length.
final class Comparability {

  /// A part still to be looked at, and how it was come to.
  private record Part(Type type, Optional<Way> way) {}

  /// The last step of the way, and the steps before it.
  private record Way(Step step, Optional<Way> before) {}

  private final Function<Type.RecordOf, Optional<RecordDefinition>> definitions;
  private final ArrayDeque<Part> parts = new ArrayDeque<>();
  private final Set<Type.RecordOf> seen = new HashSet<>();

  Comparability(Function<Type.RecordOf, Optional<RecordDefinition>> definitions) {
    this.definitions = definitions;
  }

  Optional<Incomparable> obstacle(Type type) {
    parts.add(new Part(type, Optional.empty()));
    while (!parts.isEmpty()) {
      var part = parts.remove();
      if (obstructs(part)) {
        return Optional.of(new Incomparable(part.type(), path(part.way())));
      }
    }
    return Optional.empty();
  }

  /// Whether this part cannot be compared; its own parts wait.
  private boolean obstructs(Part part) {
    return switch (part.type()) {
      case Type.Primitive primitive ->
          switch (primitive) {
            case ANY, ERROR -> true;
            case BOOLEAN, NONE, NUMBER, STRING -> false;
          };
      case Type.Function _ -> true;
      case Type.ListOf(var element) -> {
        enter(part, element);
        yield false;
      }
      case Type.MapOf(var key, var value) -> {
        enter(part, key);
        enter(part, value);
        yield false;
      }
      case Type.Union(var members) -> {
        members.forEach(member -> enter(part, member));
        yield false;
      }
      case Type.RecordOf record -> {
        if (seen.add(record)) {
          definitions
              .apply(record)
              .ifPresent(definition -> definition.fields().forEach(field -> enter(part, field)));
        }
        yield false;
      }
      case Type.Unknown _ -> false;
    };
  }

  private void enter(Part whole, Type part) {
    parts.add(new Part(part, Optional.of(new Way(new Step.OfPart(whole.type()), whole.way()))));
  }

  private void enter(Part whole, RecordDefinition.Field field) {
    if (whole.type() instanceof Type.RecordOf record) {
      var step = new Step.OfField(record, field.name());
      parts.add(new Part(field.type(), Optional.of(new Way(step, whole.way()))));
    }
  }

  private static List<Step> path(Optional<Way> way) {
    var steps = new ArrayList<Step>();
    for (var at = way; at.isPresent(); at = at.get().before()) {
      steps.add(at.get().step());
    }
    return steps.reversed();
  }
}
