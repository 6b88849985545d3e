package nib.engine.prototype;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nib.engine.foreign.ForeignFunction;

/// Writes a package's border as a C header or a Rust module. Equal borders give equal text.
public final class HeaderWriter {

  /// Layouts of the types that Pen passes; a block's count word stands before the pointer. What is
  /// not listed is opaque.
  private static final Map<String, String> C_TYPES =
      Map.of(
          "pen_string",
          """
          /* NULL is the empty string; `length` bytes follow, not terminated. */
          typedef struct pen_string { size_t length; } pen_string;\
          """,
          "pen_any",
          """
          struct pen_type_info;
          typedef struct pen_any { const struct pen_type_info *type; uint64_t payload; } pen_any;\
          """,
          "pen_stack",
          """
          typedef struct pen_stack { uint8_t *base; size_t size; size_t capacity; } pen_stack;\
          """);

  private static final Map<String, String> RUST_TYPES =
      Map.of(
          "pen_string",
          """
          /// A null pointer is the empty string; `length` bytes follow, not terminated.
          #[repr(C)]
          pub struct PenString {
              pub length: usize,
          }\
          """,
          "pen_any",
          """
          #[repr(C)]
          #[derive(Clone, Copy)]
          pub struct PenAny {
              pub type_info: *const core::ffi::c_void,
              pub payload: u64,
          }\
          """,
          "pen_stack",
          """
          #[repr(C)]
          pub struct PenStack {
              pub base: *mut u8,
              pub size: usize,
              pub capacity: usize,
          }\
          """);

  private HeaderWriter() {}

  /// A C header that C++ takes as well.
  ///
  /// @return empty when the package has nothing to declare
  public static Optional<String> c(String packageName, List<ForeignFunction> functions) {
    var declarations = Declarations.of(functions);
    if (declarations.isEmpty()) {
      return Optional.empty();
    }
    String guard =
        "NIB_%s_H".formatted(packageName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    var text = new StringBuilder();
    text.append(
        "/* The foreign border of the Pen package `%s`. Written by nib header. */\n"
            .formatted(packageName));
    text.append("#ifndef %1$s\n#define %1$s\n\n".formatted(guard));
    text.append("#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n\n");
    text.append("#ifdef __cplusplus\nextern \"C\" {\n#endif\n");
    if (!declarations.types().isEmpty()) {
      text.append('\n');
      declarations.types().forEach(one -> text.append(cType(one)).append('\n'));
    }
    section(
        text,
        "/* Imported by Pen: the foreign library defines these. */",
        declarations.imports().stream().map(CDeclaration::of).toList());
    section(
        text,
        "/* Exported by Pen: foreign code may call these. */",
        declarations.exports().stream().map(CDeclaration::of).toList());
    section(
        text,
        "/* Left out. */",
        declarations.leftOut().stream().map("/* %s */"::formatted).toList());
    text.append("\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
    return Optional.of(text.toString());
  }

  /// A Rust module without crates: for each import the type of the function to be defined, for all
  /// exports an `extern "C"` block.
  ///
  /// @return empty when the package has nothing to declare
  public static Optional<String> rust(String packageName, List<ForeignFunction> functions) {
    var declarations = Declarations.of(functions);
    if (declarations.isEmpty()) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    text.append(
        "//! The foreign border of the Pen package `%s`. Written by nib header.\n\n"
            .formatted(packageName));
    text.append("#![allow(dead_code, non_camel_case_types, unused_imports)]\n");
    declarations.types().forEach(one -> text.append('\n').append(rustType(one)).append('\n'));
    section(
        text,
        """
        /// Imported by Pen: the foreign library defines these. To have the compiler compare, write
        /// `const _: imports::NAME = crate::NAME;`.\
        """,
        declarations.imports().isEmpty()
            ? List.of()
            : List.of(
                block(
                    "pub mod imports {\n    use super::*;\n\n",
                    declarations.imports().stream()
                        .map(one ->
                            "pub type %s = %s;"
                                .formatted(
                                    RustDeclaration.name(one.name()), RustDeclaration.type(one)))
                        .toList())));
    section(
        text,
        "// Exported by Pen: foreign code may call these.",
        declarations.exports().isEmpty()
            ? List.of()
            : List.of(
                block(
                    "extern \"C\" {\n",
                    declarations.exports().stream().map(RustDeclaration::declaration).toList())));
    section(text, "// Left out.", declarations.leftOut().stream().map("// %s"::formatted).toList());
    return Optional.of(text.toString());
  }

  private static String block(String head, List<String> lines) {
    var text = new StringBuilder(head);
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    return text.append('}').toString();
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }

  private static String cType(String name) {
    if (name.startsWith("struct ")) {
      return name + ";";
    }
    return Optional.ofNullable(C_TYPES.get(name))
        .orElseGet(() -> "typedef struct %1$s %1$s;".formatted(name));
  }

  private static String rustType(String name) {
    return Optional.ofNullable(RUST_TYPES.get(name))
        .orElseGet(() ->
            "#[repr(C)]\npub struct %s {\n    _opaque: [u8; 0],\n}"
                .formatted(RustDeclaration.rustName(name)));
  }
}
