package nib.engine.prototype;

import java.util.List;
import java.util.Set;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Writer;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;

/// Rust declarations as text, free of crates.
public final class RustDeclaration {

  /// Words that need `r#` before them (The Rust Reference, "Keywords").
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          abstract as async await become box break const continue do dyn else enum extern false final fn
          for gen if impl in let loop macro match mod move mut override priv pub ref return static struct
          trait true try type typeof unsafe unsized use virtual where while yield
          """
              .strip()
              .split("\\s+"));

  private RustDeclaration() {}

  /// The head of the definition that a library has to give for an import.
  public static String definition(CFunction function) {
    return definition(function, CallParts.plain(function)).text();
  }

  /// The same, with the parts that its pieces are.
  public static Spelled definition(CFunction function, CallParts parts) {
    var text = new Writer().add("#[no_mangle]\npub extern \"C\" fn ");
    named(text, function, parts);
    return text.spelled();
  }

  /// A declaration of a function that stands elsewhere, for an `extern "C"` block.
  public static String declaration(CFunction function) {
    return declaration(function, CallParts.plain(function)).text();
  }

  private static Spelled declaration(CFunction function, CallParts parts) {
    var text = new Writer().add("pub fn ");
    named(text, function, parts);
    return text.add(";").spelled();
  }

  /// A declaration in a block of its own.
  public static String block(CFunction function) {
    return block(function, CallParts.plain(function)).text();
  }

  /// The same, with the parts that its pieces are.
  public static Spelled block(CFunction function, CallParts parts) {
    return new Writer()
        .add("extern \"C\" {\n    ")
        .add(declaration(function, parts))
        .add("\n}")
        .spelled();
  }

  /// The function's type.
  public static String type(CFunction function) {
    return "unsafe extern \"C\" fn" + signature(function);
  }

  static String signature(CFunction function) {
    var text = new Writer();
    signature(text, function, CallParts.plain(function));
    return text.spelled().text();
  }

  private static void named(Writer text, CFunction function, CallParts parts) {
    text.add(name(function.name()), new CallPart.Function());
    signature(text, function, parts);
  }

  private static void signature(Writer text, CFunction function, CallParts parts) {
    text.add("(");
    for (int i = 0; i < function.parameters().size(); i++) {
      var one = function.parameters().get(i);
      var inner = parts.calledWith(i);
      text.add(i == 0 ? "" : ", ")
          .around(
              List.of(parts.parameters().get(i)),
              () -> type(text.add(name(one.name()) + ": "), one.type(), inner));
    }
    text.add(")");
    if (function.result() != CType.Scalar.VOID) {
      text.add(" -> ").add(type(function.result()), parts.returned());
    }
  }

  static String type(CType type) {
    var text = new Writer();
    type(text, type, List.of());
    return text.spelled().text();
  }

  /// @param inner what the parameters are of a function whose address it is
  private static void type(Writer text, CType type, List<CallPart> inner) {
    switch (type) {
      case CType.Scalar scalar ->
          text.add(
              switch (scalar) {
                case VOID -> "()";
                case BOOL -> "bool";
                case DOUBLE -> "f64";
                case UINT64 -> "u64";
                case SIZE -> "usize";
              });
      case CType.Value(var name) -> text.add(rustName(name));
      case CType.Pointer(var to) -> text.add("*mut " + rustName(to));
      case CType.FunctionPointer(var result, var parameters) -> {
        text.add("unsafe extern \"C\" fn(");
        for (int i = 0; i < parameters.size(); i++) {
          text.add(i == 0 ? "" : ", ")
              .add(type(parameters.get(i)), i < inner.size() ? List.of(inner.get(i)) : List.of());
        }
        text.add(result == CType.Scalar.VOID ? ")" : ") -> " + type(result));
      }
    }
  }

  /// `pen_string` is `PenString`; a record keeps its name.
  static String rustName(String c) {
    switch (c) {
      case "void" -> {
        return "core::ffi::c_void";
      }
      case "uint8_t" -> {
        return "u8";
      }
      default -> {}
    }
    if (c.startsWith("struct ")) {
      return name(c.substring("struct ".length()));
    }
    var name = new StringBuilder();
    boolean capital = true;
    for (int i = 0; i < c.length(); i++) {
      char letter = c.charAt(i);
      if (letter != '_') {
        name.append(capital ? Character.toUpperCase(letter) : letter);
      }
      capital = letter == '_';
    }
    return name.toString();
  }

  static String name(String name) {
    return switch (name) {
      case "_", "self", "Self", "super", "crate" -> name + "_";
      default -> KEYWORDS.contains(name) ? "r#" + name : name;
    };
  }
}
