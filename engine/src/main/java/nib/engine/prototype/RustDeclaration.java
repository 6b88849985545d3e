package nib.engine.prototype;

import java.util.Set;
import java.util.stream.Collectors;
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
    return "#[no_mangle]\npub extern \"C\" fn %s%s"
        .formatted(name(function.name()), signature(function));
  }

  /// A declaration of a function that stands elsewhere, for an `extern "C"` block.
  public static String declaration(CFunction function) {
    return "pub fn %s%s;".formatted(name(function.name()), signature(function));
  }

  /// A declaration in a block of its own.
  public static String block(CFunction function) {
    return "extern \"C\" {\n    %s\n}".formatted(declaration(function));
  }

  /// The function's type.
  public static String type(CFunction function) {
    return "unsafe extern \"C\" fn" + signature(function);
  }

  static String signature(CFunction function) {
    String parameters =
        function.parameters().stream()
            .map(one -> name(one.name()) + ": " + type(one.type()))
            .collect(Collectors.joining(", ", "(", ")"));
    return function.result() == CType.Scalar.VOID
        ? parameters
        : parameters + " -> " + type(function.result());
  }

  static String type(CType type) {
    return switch (type) {
      case CType.Scalar scalar ->
          switch (scalar) {
            case VOID -> "()";
            case BOOL -> "bool";
            case DOUBLE -> "f64";
            case UINT64 -> "u64";
            case SIZE -> "usize";
          };
      case CType.Value(var name) -> rustName(name);
      case CType.Pointer(var to) -> "*mut " + rustName(to);
      case CType.FunctionPointer(var result, var parameters) -> {
        String arguments =
            parameters.stream()
                .map(RustDeclaration::type)
                .collect(Collectors.joining(", ", "(", ")"));
        String returned = result == CType.Scalar.VOID ? "" : " -> " + type(result);
        yield "unsafe extern \"C\" fn" + arguments + returned;
      }
    };
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
      case "self", "Self", "super", "crate" -> name + "_";
      default -> KEYWORDS.contains(name) ? "r#" + name : name;
    };
  }
}
