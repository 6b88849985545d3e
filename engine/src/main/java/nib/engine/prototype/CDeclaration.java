package nib.engine.prototype;

import java.util.stream.Collectors;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
import nib.engine.ctype.CName;
import nib.engine.ctype.CType;

/// C declarations as text.
public final class CDeclaration {

  private CDeclaration() {}

  /// A declaration in one line, with its semicolon.
  ///
  /// A symbol that C cannot spell, such as `double`, gets another name and keeps its symbol by an
  /// assembler label, as gcc and clang have it.
  public static String of(CFunction function) {
    return of(function, "");
  }

  /// Whether a function's symbol needs a label.
  static boolean hasLabel(CFunction function) {
    return !CName.of(function.name()).equals(function.name());
  }

  /// @param prefix C that is put before a label, for what a platform has before its symbols
  static String of(CFunction function, String prefix) {
    String name = CName.of(function.name());
    String label =
        hasLabel(function) ? " __asm__(%s\"%s\")".formatted(prefix, function.name()) : "";
    String parameters =
        function.parameters().isEmpty()
            ? "void"
            : function.parameters().stream()
                .map(CDeclaration::parameter)
                .collect(Collectors.joining(", "));
    return "%s(%s)%s;".formatted(declared(function.result(), name), parameters, label);
  }

  /// A name and its type, as a parameter or a field: `double x`.
  public static String declarator(CType type, String name) {
    return declared(type, CName.of(name));
  }

  private static String parameter(Parameter parameter) {
    return declarator(parameter.type(), parameter.name());
  }

  private static String declared(CType type, String name) {
    return switch (type) {
      case CType.Scalar scalar -> word(scalar) + " " + name;
      case CType.Value(var of) -> of + " " + name;
      case CType.Pointer(var to) -> to + " *" + name;
      case CType.FunctionPointer(var result, var parameters) ->
          declared(
              result,
              "(*%s)(%s)"
                  .formatted(
                      name,
                      parameters.stream()
                          .map(one -> declared(one, "").strip())
                          .collect(Collectors.joining(", "))));
    };
  }

  private static String word(CType.Scalar scalar) {
    return switch (scalar) {
      case VOID -> "void";
      case BOOL -> "bool";
      case DOUBLE -> "double";
      case UINT64 -> "uint64_t";
      case SIZE -> "size_t";
    };
  }
}
