package nib.engine.checking;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions of the language itself (`lib/hir/src/analysis/built_in_variable_transformer.rs`).
enum BuiltIn {
  DEBUG("debug", 1),
  DELETE("delete", 2),
  ERROR("error", 1),
  GO("go", 1),
  KEYS("keys", 1),
  RACE("race", 1),
  REFLECT_DEBUG("_reflect_debug", 1),
  REFLECT_EQUAL("_reflect_equal", 2),
  SIZE("size", 1),
  SOURCE("source", 1),
  VALUES("values", 1);

  private static final Map<String, BuiltIn> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(BuiltIn::written, Function.identity()));

  private final String written;
  private final int arguments;

  BuiltIn(String written, int arguments) {
    this.written = written;
    this.arguments = arguments;
  }

  static Optional<BuiltIn> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// The function that a variable refers to, if it is one of these.
  static Optional<BuiltIn> meant(Meaning meaning) {
    return meaning instanceof Meaning.BuiltIn(var name) ? named(name) : Optional.empty();
  }

  String written() {
    return written;
  }

  int arguments() {
    return arguments;
  }
}
