package nib.engine.prototype;

import java.util.List;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Writer;
import nib.engine.ctype.CFunction;
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

  /// The same, with the parts that its pieces are.
  public static Spelled of(CFunction function, CallParts parts) {
    return of(function, parts, "");
  }

  /// Whether a function's symbol needs a label.
  static boolean hasLabel(CFunction function) {
    return !CName.of(function.name()).equals(function.name());
  }

  /// @param prefix C that is put before a label, for what a platform has before its symbols
  static String of(CFunction function, String prefix) {
    return of(function, CallParts.plain(function), prefix).text();
  }

  private static Spelled of(CFunction function, CallParts parts, String prefix) {
    String name = CName.of(function.name());
    String label =
        hasLabel(function) ? " __asm__(%s\"%s\")".formatted(prefix, function.name()) : "";
    var text = new Writer();
    String before = before(function.result());
    text.add(before.strip(), parts.returned());
    text.add(before.substring(before.stripTrailing().length()));
    text.add(name, new CallPart.Function()).add("(");
    for (int i = 0; i < function.parameters().size(); i++) {
      var parameter = function.parameters().get(i);
      var inner = parts.calledWith(i);
      text.add(i == 0 ? "" : ", ")
          .around(
              List.of(parts.parameters().get(i)),
              () -> declared(text, parameter.type(), CName.of(parameter.name()), inner));
    }
    text.add(function.parameters().isEmpty() ? "void)" : ")");
    after(text, function.result(), List.of());
    return text.add(label + ";").spelled();
  }

  /// A name and its type, as a parameter or a field: `double x`.
  public static String declarator(CType type, String name) {
    var text = new Writer();
    declared(text, type, CName.of(name), List.of());
    return text.spelled().text();
  }

  /// @param inner what the parameters are of a function whose address it is
  private static void declared(Writer text, CType type, String name, List<CallPart> inner) {
    text.add(before(type)).add(name);
    after(text, type, inner);
  }

  /// What stands before a name of the type.
  private static String before(CType type) {
    return switch (type) {
      case CType.Scalar scalar -> word(scalar) + " ";
      case CType.Value(var of) -> of + " ";
      case CType.Pointer(var to) -> to + " *";
      case CType.FunctionPointer(var result, _) -> before(result) + "(*";
    };
  }

  /// What stands behind a name of the type.
  private static void after(Writer text, CType type, List<CallPart> inner) {
    switch (type) {
      case CType.Scalar _, CType.Value _, CType.Pointer _ -> {}
      case CType.FunctionPointer(var result, var parameters) -> {
        text.add(")(");
        for (int i = 0; i < parameters.size(); i++) {
          text.add(i == 0 ? "" : ", ")
              .add(
                  declarator(parameters.get(i), "").strip(),
                  i < inner.size() ? List.of(inner.get(i)) : List.of());
        }
        text.add(")");
        after(text, result, List.of());
      }
    }
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
