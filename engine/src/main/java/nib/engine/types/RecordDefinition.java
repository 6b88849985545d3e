package nib.engine.types;

import java.util.List;
import java.util.Optional;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.Span;

/// A record type's definition with its fields' types. Equal definitions may have moved.
///
/// @param anchor where its name stands
public record RecordDefinition(Type.RecordOf type, List<Field> fields, Anchor anchor) {

  public RecordDefinition {
    fields = List.copyOf(fields);
  }

  public RecordDefinition(Type.RecordOf type, List<Field> fields, Location location, Span span) {
    this(type, fields, Anchor.at(new Site(location, span)));
  }

  /// A field.
  ///
  /// @param anchor where its name stands
  public record Field(String name, Type type, Anchor anchor) {

    public Field(String name, Type type, Location location, Span span) {
      this(name, type, Anchor.at(new Site(location, span)));
    }

    public Location location() {
      return anchor.site().location();
    }

    /// The name, in the file of the record.
    public Span span() {
      return anchor.site().span();
    }
  }

  public Location location() {
    return anchor.site().location();
  }

  /// The name, in the file of the location.
  public Span span() {
    return anchor.site().span();
  }

  /// The fields that its module keeps for itself. One is enough to close the record: other modules
  /// see none of its fields then (`record_field_validator.rs`).
  public List<Field> privateFields() {
    return fields.stream().filter(field -> !Name.isPublic(field.name())).toList();
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
