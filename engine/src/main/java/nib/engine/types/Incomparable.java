package nib.engine.types;

import java.util.List;

/// Why the values of a type cannot be compared, and so cannot be a map's keys: because of one part.
///
/// @param part what cannot be compared: `any`, `error` or a function
/// @param path how the type comes to hold that part, the type itself first; empty where the type is
///   the part
public record Incomparable(Type part, List<Step> path) {

  public Incomparable {
    path = List.copyOf(path);
  }

  /// One step from a type into a part of it.
  public sealed interface Step {

    /// Into a record's field.
    record OfField(Type.RecordOf record, String field) implements Step {}

    /// Into a list's element, a map's key or value, or a union's member.
    record OfPart(Type whole) implements Step {}
  }
}
