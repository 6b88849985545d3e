package nib.engine.prototype;

import java.util.List;
import nib.engine.abi.Layouts;
import nib.engine.prototype.Declarations.Declared;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.types.RecordDefinition;

/// Writes declarations as a Rust module without crates: for each import the type of the function to
/// be defined, for all exports an `extern "C"` block.
final class RustModule {

  private static final Target WORDS_OF_64_BITS =
      Targets.named("x86_64-unknown-linux-gnu").orElseThrow();

  private static final String TYPES =
      """

      /// A null pointer is the empty string; `length` bytes follow, not terminated.
      #[repr(C)]
      pub struct PenString {
          pub length: usize,
      }

      /// What values of one dynamic type are cloned, dropped and synchronized by.
      #[repr(C)]
      pub struct PenTypeInfo {
          pub clone: extern "C" fn(payload: u64) -> u64,
          pub drop: extern "C" fn(payload: u64),
          pub synchronize: extern "C" fn(payload: u64),
          pub extra: *const core::ffi::c_void,
      }

      /// A value of type `any`, or of any union. A copy is not a reference more.
      #[repr(C)]
      #[derive(Clone, Copy)]
      pub struct PenAny {
          pub type_info: *const PenTypeInfo,
          pub payload: u64,
      }

      /// A function value: its code, then what it captured.
      #[repr(C)]
      pub struct PenClosure {
          pub entry: *const core::ffi::c_void,
          pub metadata: *const core::ffi::c_void,
      }

      #[repr(C)]
      pub struct PenError {
          pub source: PenAny,
      }

      /// Lazy, of any element type.
      #[repr(C)]
      pub struct PenList {
          pub node: *mut PenClosure,
      }

      #[repr(C)]
      pub struct PenMap {
          pub hamt: *mut core::ffi::c_void,
          pub size: f64,
      }

      /// The native convention's continuation stack.
      #[repr(C)]
      pub struct PenStack {
          pub base: *mut u8,
          pub size: usize,
          pub capacity: usize,
      }
      """;

  private final Declarations declarations;
  private final StringBuilder text = new StringBuilder();

  private RustModule(Declarations declarations) {
    this.declarations = declarations;
  }

  static String write(String packageName, Declarations declarations) {
    var module = new RustModule(declarations);
    module.write(packageName);
    return module.text.toString();
  }

  private void write(String packageName) {
    text.append(
        "//! The foreign border of the Pen package `%s`. Written by nib header.\n\n"
            .formatted(packageName));
    text.append("#![allow(dead_code, non_camel_case_types, non_snake_case, unused_imports)]\n");
    if (declarations.needTypes()) {
      text.append(TYPES);
    }
    declarations.records().forEach(this::record);
    imports(declarations.imports());
    exports(declarations.exports());
    section("// Left out.", declarations.leftOut().stream().map(one -> "// " + one).toList());
  }

  private void record(RecordDefinition record) {
    String name = RustDeclaration.rustName(declarations.names().tag(record.type()));
    text.append(
        "\n/// `%s` of %s, counted.\n#[repr(C)]\n"
            .formatted(record.type().name(), record.type().module().path()));
    if (!Declarations.isKnown(record)) {
      text.append("pub struct %s {\n    _unknown: [u8; 0],\n}\n".formatted(name));
      return;
    }
    var layout = new Layouts(WORDS_OF_64_BITS, declarations.names()).record(record).orElseThrow();
    text.append("pub struct %s {\n".formatted(name));
    layout
        .fields()
        .forEach(field ->
            text.append(
                "    pub %s: %s,\n"
                    .formatted(
                        RustDeclaration.name(field.name()), RustDeclaration.type(field.type()))));
    text.append("}\n#[cfg(target_pointer_width = \"64\")]\n");
    text.append(
        "const _: () = assert!(core::mem::size_of::<%s>() == %d);\n"
            .formatted(name, layout.size()));
  }

  private void imports(List<Declared> imports) {
    if (!imports.isEmpty()) {
      section(
          """
          /// Imported by Pen: the foreign library defines these. To have the compiler compare, write
          /// `const _: imports::NAME = crate::NAME;`.\
          """,
          List.of(
              block(
                  "pub mod imports {\n    use super::*;\n\n",
                  imports.stream()
                      .map(Declared::declaration)
                      .map(one ->
                          "pub type %s = %s;"
                              .formatted(
                                  RustDeclaration.name(one.name()), RustDeclaration.type(one)))
                      .toList())));
    }
  }

  private void exports(List<Declared> exports) {
    if (!exports.isEmpty()) {
      section(
          "// Exported by Pen: foreign code may call these.",
          List.of(
              block(
                  "extern \"C\" {\n",
                  exports.stream()
                      .map(one -> RustDeclaration.declaration(one.declaration()))
                      .toList())));
    }
  }

  private static String block(String head, List<String> lines) {
    var text = new StringBuilder(head);
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    return text.append('}').toString();
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }
}
