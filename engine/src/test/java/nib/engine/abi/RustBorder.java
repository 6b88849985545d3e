package nib.engine.abi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.abi.RustItems.Field;
import nib.engine.abi.RustItems.Function;
import nib.engine.abi.RustItems.Structure;

/// The border as the Rust sources of one folder have it, with the types of Pen's crate `ffi`.
final class RustBorder {

  /// What a value is on the border.
  sealed interface Kind {

    /// What C has a name for, or `nothing`.
    record Named(String c) implements Kind {}

    /// A pointer to a counted block.
    record Boxed(String name, List<Field> fields, RustBorder within) implements Kind {
      List<Kind> kinds() {
        return fields.stream().map(one -> within.kind(one.type())).toList();
      }
    }

    /// What no rule is known for; it agrees with nothing.
    record Strange(String written) implements Kind {}
  }

  /// The crate's types (`lib/ffi/src`) and what they are in C.
  private static final Map<String, String> CRATE =
      Map.of(
          "None", "nothing",
          "Boolean", "bool",
          "Number", "double",
          "Any", "pen_any",
          "ByteString", "pen_string *",
          "Error", "pen_error *",
          "List", "pen_list *",
          "Closure", "pen_closure *");

  private final List<RustItems> sources = new ArrayList<>();
  private final boolean crateItself;

  /// @param crateItself whether these are the sources of `ffi`, which has its own types without
  ///   prefix
  RustBorder(Path folder, boolean crateItself) throws IOException {
    this.crateItself = crateItself;
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.filter(one -> one.toString().endsWith(".rs")).sorted().toList()) {
        sources.add(RustItems.of(Files.readString(file)));
      }
    }
  }

  List<Function> definitions(String name) {
    return sources.stream()
        .flatMap(one -> one.definitions().stream())
        .filter(one -> one.name().equals(name))
        .toList();
  }

  List<Function> uses(String name) {
    return uses().stream().filter(one -> one.name().equals(name)).toList();
  }

  List<Function> uses() {
    return sources.stream().flatMap(one -> one.uses().stream()).toList();
  }

  Optional<Structure> structure(String name) {
    return sources.stream()
        .flatMap(one -> one.structures().stream())
        .filter(one -> one.layout() && one.name().equals(name))
        .findFirst();
  }

  /// A result's type; one whose path begins with `Result` is an `any`, as `bindgen` has it.
  Kind result(Function function) {
    return function
        .result()
        .map(type ->
            type.path().equals(List.of("Result")) && !type.arguments().isEmpty()
                ? new Kind.Named("pen_any")
                : kind(type))
        .orElse(new Kind.Named("nothing"));
  }

  Kind kind(RustItems.Type type) {
    if (type.path().equals(List.of("()"))) {
      return new Kind.Named("nothing");
    }
    if (type.path().equals(List.of("bool"))) {
      return new Kind.Named("bool");
    }
    boolean prefixed = type.path().size() == 2 && type.path().getFirst().equals("ffi");
    if (prefixed || (crateItself && type.path().size() == 1)) {
      if (type.last().equals("Arc")) {
        return boxed(type.arguments().getFirst());
      }
      String c = CRATE.getOrDefault(type.last(), "");
      if (!c.isEmpty()) {
        return new Kind.Named(c);
      }
    }
    return type.path().size() == 1
        ? structure(type.last()).map(this::whole).orElse(new Kind.Strange(type.toString()))
        : new Kind.Strange(type.toString());
  }

  /// A structure of one field is passed as that field is.
  private Kind whole(Structure structure) {
    return structure.fields().size() == 1
        ? kind(structure.fields().getFirst().type())
        : new Kind.Strange(structure.name());
  }

  private Kind boxed(RustItems.Type payload) {
    var structure =
        payload.path().size() == 1 ? structure(payload.last()) : Optional.<Structure>empty();
    return new Kind.Boxed(
        payload.toString(),
        structure.map(Structure::fields).orElse(List.of(new Field("", payload))),
        this);
  }
}
