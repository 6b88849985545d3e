package nib.engine.types;

import java.util.List;
import java.util.Optional;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// A record type's definition with its fields' types.
///
/// @param span the name, in the file of the location
public record RecordDefinition(
    Type.RecordOf type, List<Field> fields, Location location, Span span) {

  public RecordDefinition {
    fields = List.copyOf(fields);
  }

  /// A field.
  ///
  /// @param span the name, in the file of the record
  public record Field(String name, Type type, Location location, Span span) {}

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
