package nib.engine.prototype;

import java.util.ArrayList;
import java.util.List;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
import nib.engine.ctype.CType;
import nib.engine.prototype.Declarations.Declared;

/// Rust with the types of Pen's own crate `ffi` (`lib/ffi/src`), which count references themselves.
/// Functions are what its macros `bindgen` and `import!` make of them (`lib/ffi-macro/src`,
/// `lib/ffi/src/cps/import.rs`).
final class CrateRust implements RustVocabulary {

  /// The crate has no type for maps (`lib/mir-fmm/src/type_.rs`).
  private static final String MAP =
      """

      /// A map of any types: opaque, but for its size.
      #[repr(C)]
      pub struct PenMap {
          hamt: ffi::Arc<PenHamt>,
          pub size: ffi::Number,
      }

      #[repr(C)]
      struct PenHamt {
          entries: [ffi::Any; 32],
      }
      """;

  private static final String ANY = "ffi::Any";

  @Override
  public String introduction(Declarations declarations) {
    return declarations.mention(new CType.Pointer("pen_map")) ? MAP : "";
  }

  @Override
  public String type(CType type) {
    return switch (type) {
      case CType.Scalar scalar ->
          switch (scalar) {
            case VOID -> "ffi::None";
            case BOOL -> "ffi::Boolean";
            case DOUBLE -> "ffi::Number";
            case UINT64 -> "u64";
            case SIZE -> "usize";
          };
      case CType.Value _ -> ANY;
      case CType.Pointer(var to) -> counted(to);
      case CType.FunctionPointer _ -> RustDeclaration.type(type);
    };
  }

  private static String counted(String to) {
    return switch (to) {
      case "pen_string" -> "ffi::ByteString";
      case "pen_error" -> "ffi::Error";
      case "pen_list" -> "ffi::List";
      case "pen_closure" -> "ffi::Closure";
      default -> "ffi::Arc<%s>".formatted(RustDeclaration.rustName(to));
    };
  }

  /// A definition's result may be written as a `Result`, which `bindgen` gives a type of its own.
  @Override
  public String importType(String name, Declared declared) {
    String result = type(result(declared));
    boolean open = result.equals(ANY);
    return "pub type %s%s = unsafe extern \"C\" fn%s;"
        .formatted(
            name,
            open ? "<Returned = %s>".formatted(ANY) : "",
            signature(declared, open ? "Returned" : result, "()"));
  }

  @Override
  public String export(Declared declared) {
    String result = type(result(declared));
    return "pub fn %s%s;"
        .formatted(
            RustDeclaration.name(declared.declaration().name()),
            signature(declared, result, result));
  }

  @Override
  public String comparison() {
    return """
    /// Imported by Pen: the foreign library defines these, with `#[ffi::bindgen]`. To have the
    /// compiler compare, write `const _: imports::NAME = NAME;` beside the definition, and
    /// `imports::NAME<ffi::extra::Result>` where that returns a `Result`.\
    """;
  }

  @Override
  public String calling(List<Declared> exports) {
    if (exports.stream().noneMatch(Declared::isNative)) {
      return EXPORTED;
    }
    return """
    // Exported by Pen: foreign code may call these, and wait for those with an `AsyncStack` by
    // `ffi::call_function!(fn(TYPE, ...) -> RESULT, NAME, ARGUMENT, ...).await`. Of that stack Pen
    // knows only the fields that C has, too.
    #[allow(improper_ctypes)]\
    """;
  }

  private static CType result(Declared declared) {
    var function = declared.declaration();
    if (!declared.isNative()) {
      return function.result();
    }
    return function.parameters().get(1).type() instanceof CType.FunctionPointer(_, var continued)
            && continued.size() > 1
        ? continued.get(1)
        : CType.Scalar.VOID;
  }

  /// @param kept the type of what the continuation stack keeps for whoever runs it
  private String signature(Declared declared, String result, String kept) {
    CFunction function = declared.declaration();
    var parameters = new ArrayList<String>();
    List<Parameter> rest = function.parameters();
    if (declared.isNative()) {
      parameters.add("%s: &mut ffi::cps::AsyncStack<%s>".formatted(name(rest.getFirst()), kept));
      parameters.add(
          "%s: ffi::cps::ContinuationFunction<%s, %s>".formatted(name(rest.get(1)), result, kept));
      rest = rest.subList(2, rest.size());
    }
    rest.forEach(one -> parameters.add(name(one) + ": " + type(one.type())));
    return "(%s)%s"
        .formatted(String.join(", ", parameters), declared.isNative() ? "" : " -> " + result);
  }

  private static String name(Parameter parameter) {
    return RustDeclaration.name(parameter.name());
  }
}
