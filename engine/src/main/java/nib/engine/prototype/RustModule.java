package nib.engine.prototype;

import java.util.List;
import nib.engine.abi.Layouts;
import nib.engine.prototype.Declarations.Declared;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.types.RecordDefinition;

/// Writes declarations as a Rust module: for each import the type of the function to be defined,
/// for all exports an `extern "C"` block.
final class RustModule {

  private static final Target WORDS_OF_64_BITS =
      Targets.named("x86_64-unknown-linux-gnu").orElseThrow();

  private final Declarations declarations;
  private final RustVocabulary words;
  private final StringBuilder text = new StringBuilder();

  private RustModule(Declarations declarations, RustVocabulary words) {
    this.declarations = declarations;
    this.words = words;
  }

  static String write(String packageName, Declarations declarations, RustVocabulary words) {
    var module = new RustModule(declarations, words);
    module.write(packageName);
    return module.text.toString();
  }

  private void write(String packageName) {
    text.append(
        "//! The foreign border of the Pen package `%s`. Written by nib header.\n\n"
            .formatted(packageName));
    text.append("#![allow(dead_code, non_camel_case_types, non_snake_case, unused_imports)]\n");
    text.append(words.introduction(declarations));
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
                    .formatted(RustDeclaration.name(field.name()), words.type(field.type()))));
    text.append("}\n#[cfg(target_pointer_width = \"64\")]\n");
    text.append(
        "const _: () = assert!(core::mem::size_of::<%s>() == %d);\n"
            .formatted(name, layout.size()));
  }

  private void imports(List<Declared> imports) {
    if (!imports.isEmpty()) {
      section(
          words.comparison(),
          List.of(
              block(
                  "pub mod imports {\n    use super::*;\n\n",
                  imports.stream().map(one -> words.importType(alias(one), one)).toList())));
    }
  }

  private void exports(List<Declared> exports) {
    if (!exports.isEmpty()) {
      section(
          words.calling(exports),
          List.of(block("extern \"C\" {\n", exports.stream().map(words::export).toList())));
    }
  }

  /// The name of an import's type, which is none of the types that it mentions.
  private String alias(Declared one) {
    String name = RustDeclaration.name(one.declaration().name());
    while (declarations.names().isTaken(name)) {
      name += "_";
    }
    return name;
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
