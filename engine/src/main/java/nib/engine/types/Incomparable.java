package nib.engine.types;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.diagnostic.Related;

/// Why the values of a type cannot be compared, and so cannot be a map's keys: because of one part.
public final class Incomparable {

  /// So many fields say enough of a way that may have thousands.
  private static final int MOST_SHOWN = 8;

  private final Type part;
  private final Optional<Step> first;

  /// @param first the first field on the way to the part; empty where the type itself holds it
  Incomparable(Type part, Optional<Step> first) {
    this.part = part;
    this.first = first;
  }

  /// What cannot be compared: `any`, `error` or a function.
  public Type part() {
    return part;
  }

  /// A field on the way from a type to a part of it, and the fields behind it, which ways from many
  /// types may share.
  static final class Step {

    private final Type.RecordOf record;
    private final RecordDefinition.Field field;
    private final Type part;
    private final Optional<Step> next;
    private final int distance;

    /// The last step.
    Step(Type.RecordOf record, RecordDefinition.Field field, Type part) {
      this(record, field, part, Optional.empty());
    }

    Step(Type.RecordOf record, RecordDefinition.Field field, Step next) {
      this(record, field, next.part, Optional.of(next));
    }

    private Step(
        Type.RecordOf record, RecordDefinition.Field field, Type part, Optional<Step> next) {
      this.record = record;
      this.field = field;
      this.part = part;
      this.next = next;
      this.distance = 1 + next.map(Step::distance).orElse(0);
    }

    /// How many fields are left, this one included.
    int distance() {
      return distance;
    }

    Type part() {
      return part;
    }
  }

  /// The fields on the way, each as `Record.field`. Of a long way one more than anybody shows, so
  /// that it is seen to go on.
  public List<String> fields() {
    return path()
        .limit(MOST_SHOWN + 1)
        .map(step -> step.record.name() + "." + step.field.name())
        .toList();
  }

  /// Where the first of the fields are declared.
  public List<Related> declared() {
    return path()
        .limit(MOST_SHOWN)
        .map(step -> Complaints.at(Related.Role.DECLARED_HERE, step.field.anchor()))
        .toList();
  }

  private Stream<Step> path() {
    return Stream.iterate(first, Optional::isPresent, step -> step.flatMap(one -> one.next))
        .flatMap(Optional::stream);
  }
}
