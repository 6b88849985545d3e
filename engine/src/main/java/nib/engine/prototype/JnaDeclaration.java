package nib.engine.prototype;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
import nib.engine.ctype.CType;

/// Declarations for JNA: a method of an interface that extends `Library`.
public final class JnaDeclaration {

  private static final String ANY =
      """
      @Structure.FieldOrder({"type", "payload"})
      class PenAny extends Structure {
        public Pointer type;
        public long payload;
        public static class ByValue extends PenAny implements Structure.ByValue {}
      }

      """;

  private JnaDeclaration() {}

  /// The method. A `bool` is a `byte` of 0 or 1: JNA's own `boolean` is four bytes.
  public static String of(CFunction function) {
    boolean any =
        Stream.concat(
                Stream.of(function.result()), function.parameters().stream().map(Parameter::type))
            .anyMatch(CType.Value.class::isInstance);
    String name = JavaName.of(function.name());
    String mapped =
        name.equals(function.name())
            ? ""
            : "// %s in the library: see Library.OPTION_FUNCTION_MAPPER\n"
                .formatted(function.name());
    return function.parameters().stream()
        .map(one -> type(one.type()) + " " + JavaName.of(one.name()))
        .collect(
            Collectors.joining(
                ", ",
                "%s%s%s %s(".formatted(any ? ANY : "", mapped, type(function.result()), name),
                ");"));
  }

  private static String type(CType type) {
    return switch (type) {
      case CType.Scalar scalar ->
          switch (scalar) {
            case VOID -> "void";
            case BOOL -> "byte";
            case DOUBLE -> "double";
            case UINT64 -> "long";
            case SIZE -> "NativeLong";
          };
      case CType.Value _ -> "PenAny.ByValue";
      case CType.Pointer _, CType.FunctionPointer _ -> "Pointer";
    };
  }
}
