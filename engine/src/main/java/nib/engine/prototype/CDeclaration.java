package nib.engine.prototype;

import java.util.Set;
import java.util.stream.Collectors;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
import nib.engine.ctype.CType;

/// C declarations as text.
public final class CDeclaration {

  /// Words that no C or C++ declaration can use as a name (C11 6.4.1, C++17 [lex.key]).
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl const
          constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit
          export extern false float for friend goto if inline int long mutable namespace new noexcept not
          not_eq nullptr operator or or_eq private protected public register reinterpret_cast restrict
          return short signed sizeof static static_assert static_cast struct switch template this
          thread_local throw true try typedef typeid typename union unsigned using virtual void volatile
          wchar_t while xor xor_eq
          """
              .strip()
              .split("\\s+"));

  private CDeclaration() {}

  /// A declaration in one line, with its semicolon.
  ///
  /// A symbol that C cannot spell, such as `double`, gets another name and keeps its symbol by an
  /// assembler label, as gcc and clang have it.
  public static String of(CFunction function) {
    String name = name(function.name());
    String label =
        name.equals(function.name()) ? "" : " __asm__(\"%s\")".formatted(function.name());
    String parameters =
        function.parameters().isEmpty()
            ? "void"
            : function.parameters().stream()
                .map(CDeclaration::parameter)
                .collect(Collectors.joining(", "));
    return "%s(%s)%s;".formatted(declarator(function.result(), name), parameters, label);
  }

  private static String parameter(Parameter parameter) {
    return declarator(parameter.type(), name(parameter.name()));
  }

  private static String declarator(CType type, String name) {
    return switch (type) {
      case CType.Scalar scalar -> word(scalar) + " " + name;
      case CType.Value(var of) -> of + " " + name;
      case CType.Pointer(var to) -> to + " *" + name;
      case CType.FunctionPointer(var result, var parameters) ->
          declarator(
              result,
              "(*%s)(%s)"
                  .formatted(
                      name,
                      parameters.stream()
                          .map(one -> declarator(one, "").strip())
                          .collect(Collectors.joining(", "))));
    };
  }

  private static String word(CType.Scalar scalar) {
    return switch (scalar) {
      case VOID -> "void";
      case BOOL -> "bool";
      case DOUBLE -> "double";
    };
  }

  private static String name(String name) {
    return KEYWORDS.contains(name) ? name + "_" : name;
  }
}
