package nib.engine.types;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.packages.ModuleId;

/// A Pen type, resolved: aliases expanded, unions flattened. Types are values, and equal structure
/// is equal type; records are nominal.
public sealed interface Type {

  /// The types that the language brings along and that have no parts.
  enum Primitive implements Type {
    ANY,
    BOOLEAN,
    ERROR,
    NONE,
    NUMBER,
    STRING;

    private static final Map<String, Primitive> BY_WORD =
        Stream.of(values()).collect(Collectors.toUnmodifiableMap(Primitive::word, one -> one));

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The built-in type of a name.
    static Optional<Primitive> named(String name) {
      return Optional.ofNullable(BY_WORD.get(name));
    }

    String word() {
      return word;
    }
  }

  record Function(List<Type> parameters, Type result) implements Type {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  record ListOf(Type element) implements Type {}

  record MapOf(Type key, Type value) implements Type {}

  /// A record. Its fields are its definition's.
  ///
  /// @param module the module that defines it
  /// @param empty whether it has no fields: then it crosses the border as `none` does
  record RecordOf(ModuleId module, String name, boolean empty) implements Type {}

  /// A union of two members at least, none of which is a union or `any`, without repetitions, in
  /// the order of [TypeRelations#ORDER]. [TypeRelations#union] makes them.
  record Union(List<Type> members) implements Type {
    public Union {
      members = List.copyOf(members);
    }
  }

  /// What could not be resolved, as written, and why in words.
  record Unknown(String written, String why) implements Type {}

  /// The type as Pen source; what is longer than a thousand characters ends with `…`.
  default String written() {
    return TypeWriter.write(this, RecordOf::name);
  }

  /// The same with other names for records.
  default String written(java.util.function.Function<RecordOf, String> records) {
    return TypeWriter.write(this, records);
  }

  /// The first part of the type that could not be resolved.
  default Optional<Unknown> unknown() {
    return switch (this) {
      case Primitive _, RecordOf _ -> Optional.empty();
      case Unknown unknown -> Optional.of(unknown);
      case Function(var parameters, var result) ->
          parameters.stream()
              .flatMap(one -> one.unknown().stream())
              .findFirst()
              .or(result::unknown);
      case ListOf(var element) -> element.unknown();
      case MapOf(var key, var value) -> key.unknown().or(value::unknown);
      case Union(var members) ->
          members.stream().flatMap(one -> one.unknown().stream()).findFirst();
    };
  }
}
