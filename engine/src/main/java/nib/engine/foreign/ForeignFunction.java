package nib.engine.foreign;

import java.util.List;
import java.util.Optional;
import nib.engine.packages.ModuleId;
import nib.engine.text.Location;
import nib.engine.text.Span;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;

/// A foreign import or export with its type resolved.
///
/// @param name the symbol on the border: the name as written, without a prefix of the platform
/// @param declaredIn the module that declares it
/// @param type the type as resolved; a `Type.Function` unless the declaration is wrong
/// @param written the type as the author wrote it, in one line
/// @param records the definitions of all records that the type mentions, and of those that these
///   mention, in that order
/// @param parameterNames the declaration's names; imports have none, so `a`, `b` and so on
/// @param spans where its parts stand
/// @param used whether its module mentions an import's name in a function
public record ForeignFunction(
    Direction direction,
    Convention convention,
    String name,
    ModuleId declaredIn,
    Type type,
    String written,
    List<RecordDefinition> records,
    List<String> parameterNames,
    Location location,
    Span span,
    Spans spans,
    boolean used) {

  public ForeignFunction {
    records = List.copyOf(records);
    parameterNames = List.copyOf(parameterNames);
  }

  /// Where the parts of a declaration stand in its module's text.
  ///
  /// @param parameters in their order; none where the type is written as a name
  /// @param result of its type; empty where that is missing, and where the type is written as a
  ///   name
  public record Spans(Span name, List<Span> parameters, Optional<Span> result) {
    public Spans {
      parameters = List.copyOf(parameters);
    }
  }

  /// The path of its module within the package.
  public String module() {
    return declaredIn.path();
  }

  /// Names the entry within its package and survives edits elsewhere.
  public String id() {
    return "%s %s %s".formatted(direction.word(), module(), name);
  }
}
