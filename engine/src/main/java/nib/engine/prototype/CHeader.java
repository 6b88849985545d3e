package nib.engine.prototype;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import nib.engine.abi.Layout;
import nib.engine.abi.Layouts;
import nib.engine.ctype.CName;
import nib.engine.prototype.Declarations.Declared;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import nib.engine.types.RecordDefinition;

/// Writes declarations as a C header that C++ takes as well.
final class CHeader {

  /// The targets that differ in how structures lie in memory, and how a preprocessor tells them.
  private static final List<Model> MODELS =
      List.of(
          new Model("UINTPTR_MAX > 0xffffffff", "x86_64-unknown-linux-gnu"),
          new Model("defined(__i386__)", "i686-unknown-linux-musl"),
          new Model("defined(__wasm32__)", "wasm32-wasip2"));

  private static final String NATIVE =
      """

        Those with a pen_stack are of the native convention: they return nothing, and end by calling
        their second argument, the continuation, with the stack and the result, if there is one.\
      """;

  private record Model(String condition, Target target) {
    Model(String condition, String triple) {
      this(condition, Targets.named(triple).orElseThrow());
    }
  }

  private final Declarations declarations;
  private final StringBuilder text = new StringBuilder();

  private CHeader(Declarations declarations) {
    this.declarations = declarations;
  }

  static String write(String packageName, Declarations declarations) {
    var header = new CHeader(declarations);
    header.write(packageName);
    return header.text.toString();
  }

  private void write(String packageName) {
    text.append(
        """
        /* The foreign border of the Pen package `%s`. Written by nib header. It may be included again,
         * and beside those of other packages: what they have in common is defined once. */

        #include <stdbool.h>
        #include <stddef.h>
        #include <stdint.h>

        #ifdef __cplusplus
        extern "C" {
        #endif
        """
            .formatted(comment(packageName)));
    if (declarations.needTypes()) {
      text.append('\n').append(PenHeader.types());
    }
    declarations.records().forEach(this::record);
    assertions();
    labels();
    functions("Imported by Pen: the foreign library defines these.", declarations.imports());
    functions("Exported by Pen: foreign code may call these.", declarations.exports());
    section(
        "Left out.",
        declarations.leftOut().stream().map(one -> "/* %s */".formatted(comment(one))).toList());
    text.append(
        """

        #ifdef __cplusplus
        }
        #endif
        """);
  }

  private void record(RecordDefinition record) {
    String tag = declarations.names().tag(record.type());
    var layout = layout(record, MODELS.getFirst().target());
    text.append(
        "\n/* `%s` of %s, counted. */\n"
            .formatted(record.type().name(), comment(record.type().module().path())));
    if (!Declarations.isKnown(record)) {
      text.append("%s; /* the type of a field is unknown */\n".formatted(tag));
    } else if (layout.fields().isEmpty()) {
      text.append("%s; /* none of its fields takes space */\n".formatted(tag));
    } else {
      var fields = new StringBuilder();
      layout
          .fields()
          .forEach(field ->
              fields.append(
                  "  %s;\n".formatted(CDeclaration.declarator(field.type(), field.name()))));
      text.append(structure(tag, fields.toString()));
    }
  }

  /// A definition that may stand in several headers of one C file, which knows its fields by a
  /// number: those that are equal are one, and those that are not are told apart by name.
  static String structure(String tag, String fields) {
    String macro = "PEN_RECORD_" + tag.substring("struct ".length());
    var sum = new CRC32();
    sum.update(fields.getBytes(StandardCharsets.UTF_8));
    return """
    #ifndef %1$s
    #define %1$s 0x%2$08x
    %3$s {
    %4$s};
    #elif %1$s != 0x%2$08x
    #error "`%3$s` has other fields in another package's header: include that in another file"
    #endif
    """
        .formatted(macro, sum.getValue(), tag, fields);
  }

  /// What Pen's compiler holds of the records' layouts, for the compiler of C to agree with.
  private void assertions() {
    var known =
        declarations.records().stream()
            .filter(Declarations::isKnown)
            .filter(one -> !layout(one, MODELS.getFirst().target()).fields().isEmpty())
            .toList();
    if (known.isEmpty()) {
      return;
    }
    text.append(
        """

        #ifndef PEN_ASSERT
        #ifdef __cplusplus
        #define PEN_ASSERT(condition) static_assert(condition, #condition)
        #define PEN_ALIGNOF(type) alignof(type)
        #else
        #define PEN_ASSERT(condition) _Static_assert(condition, #condition)
        #define PEN_ALIGNOF(type) _Alignof(type)
        #endif
        #endif
        """);
    for (int i = 0; i < MODELS.size(); i++) {
      var model = MODELS.get(i);
      text.append(i == 0 ? "#if " : "#elif ").append(model.condition()).append('\n');
      known.forEach(record -> assertions(layout(record, model.target())));
    }
    text.append("#endif\n");
  }

  /// Names that C has for itself are reached by their symbols, which some platforms begin with `_`.
  private void labels() {
    if (Stream.concat(declarations.imports().stream(), declarations.exports().stream())
        .anyMatch(one -> CDeclaration.hasLabel(one.declaration()))) {
      text.append(
          """

          #ifndef PEN_PREFIX
          #define PEN_TEXT_(words) #words
          #define PEN_TEXT(words) PEN_TEXT_(words)
          #define PEN_PREFIX PEN_TEXT(__USER_LABEL_PREFIX__)
          #endif
          """);
    }
  }

  private void assertions(Layout layout) {
    text.append("PEN_ASSERT(sizeof(%s) == %d);\n".formatted(layout.name(), layout.size()));
    text.append(
        "PEN_ASSERT(PEN_ALIGNOF(%s) == %d);\n".formatted(layout.name(), layout.alignment()));
    layout
        .fields()
        .forEach(field ->
            text.append(
                "PEN_ASSERT(offsetof(%s, %s) == %d);\n"
                    .formatted(layout.name(), CName.of(field.name()), field.offset())));
  }

  private Layout layout(RecordDefinition record, Target target) {
    return new Layouts(target, declarations.names()).record(record).orElseThrow();
  }

  private void functions(String title, List<Declared> functions) {
    boolean hidden = functions.stream().anyMatch(Declared::isNative);
    section(
        hidden ? title + NATIVE : title,
        functions.stream().map(one -> CDeclaration.of(one.declaration(), "PEN_PREFIX ")).toList());
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("\n/* ").append(title).append(" */\n");
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }

  /// Text that cannot end the comment it stands in.
  private static String comment(String text) {
    return text.replace("*/", "* /");
  }
}
