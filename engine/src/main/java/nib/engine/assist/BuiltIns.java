package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import nib.engine.types.Type;

/// What the language brings along, in a line each
/// (`lib/hir/src/analysis/built_in_variable_transformer.rs`, `lib/hir-mir/src/built_in_call.rs`).
enum BuiltIns {
  TRUE("true", "boolean", "the boolean that is so"),
  FALSE("false", "boolean", "the boolean that is not so"),
  NONE("none", "none", "the only value of its type; it says that there is nothing"),
  SIZE("size", "\\([a]) number", "how many elements a list or a map has; a list is walked through"),
  DEBUG(
      "debug", "\\(any) none", "hands a text of the value to the system package, which prints it"),
  ERROR("error", "\\(any) error", "makes an error of a value; an error stays the error it is"),
  SOURCE("source", "\\(error) any", "the value that an error was made of"),
  KEYS("keys", "\\({k: v}) [k]", "a map's keys, computed as the list is walked through"),
  VALUES("values", "\\({k: v}) [v]", "a map's values, computed as the list is walked through"),
  DELETE("delete", "\\({k: v}, k) {k: v}", "the map without a key; the map itself if it lacks it"),
  GO(
      "go",
      "\\(\\() a) \\() a",
      "starts a function concurrently; call what it gives, once, to wait for the result"),
  RACE("race", "\\([[a]]) [a]", "walks lists concurrently; their elements in the order they come"),
  REFLECT_DEBUG("_reflect_debug", "\\(any) string", "the text that `debug` prints"),
  REFLECT_EQUAL(
      "_reflect_equal",
      "\\(any, any) boolean | none",
      "whether two values are equal; `none` where they cannot be compared");

  private static final List<BuiltIns> ALL = List.of(values());

  private final String written;
  private final String type;
  private final String words;

  BuiltIns(String written, String type, String words) {
    this.written = written;
    this.type = type;
    this.words = words;
  }

  /// In the order in which they are offered.
  static List<BuiltIns> all() {
    return ALL;
  }

  static Optional<BuiltIns> named(String name) {
    return ALL.stream().filter(one -> one.written.equals(name)).findFirst();
  }

  String written() {
    return written;
  }

  /// Its type; small letters `a`, `k` and `v` stand for any type.
  String type() {
    return type;
  }

  /// The type of what it is, or of what a call of it gives, where that is always the same.
  Optional<Type> gives() {
    return switch (this) {
      case TRUE, FALSE -> Optional.of(Type.Primitive.BOOLEAN);
      case NONE, DEBUG -> Optional.of(Type.Primitive.NONE);
      case SIZE -> Optional.of(Type.Primitive.NUMBER);
      case ERROR -> Optional.of(Type.Primitive.ERROR);
      // What starts with an underscore is not meant for programs: nothing brings it forward.
      case SOURCE, KEYS, VALUES, DELETE, GO, RACE, REFLECT_DEBUG, REFLECT_EQUAL -> Optional.empty();
    };
  }

  String words() {
    return words;
  }
}
