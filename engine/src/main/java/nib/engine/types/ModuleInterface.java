package nib.engine.types;

import java.util.Map;
import java.util.Optional;
import nib.engine.packages.ModuleId;

/// What a module shows to those that import it. It says what its names mean and not where they
/// stand, so that it stays the same while functions' bodies are edited.
///
/// @param types the public types, canonical
/// @param functions the public functions' types
/// @param incomplete whether text between its definitions did not parse, so that names may be
///   missing for no other reason
/// @param shape what the records are made of that its types lead to
record ModuleInterface(
    ModuleId id,
    Map<String, Sized> types,
    Map<String, Type> functions,
    boolean incomplete,
    RecordShapes shape) {

  Optional<Sized> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  Optional<Type> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /// This one, or the earlier one where nobody can tell the difference.
  ModuleInterface orEqual(Optional<ModuleInterface> earlier) {
    var same =
        new ModuleInterface(
            id,
            types,
            functions,
            incomplete,
            earlier.map(one -> shape.orEqual(one.shape())).orElse(shape));
    return earlier.filter(same::equals).orElse(same);
  }
}
