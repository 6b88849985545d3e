package nib.engine.prototype;

import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Writer;
import nib.engine.ctype.CFunction;
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
    return of(function, CallParts.plain(function)).text();
  }

  /// The same, with the parts that its pieces are.
  public static Spelled of(CFunction function, CallParts parts) {
    String name = JavaName.of(function.name());
    String mapped =
        name.equals(function.name())
            ? ""
            : "// %s in the library: see Library.OPTION_FUNCTION_MAPPER\n"
                .formatted(function.name());
    var text =
        new Writer()
            .add(function.hasValues() ? ANY : "")
            .add(mapped)
            .add(type(function.result()), parts.returned())
            .add(" ")
            .add(name, new CallPart.Function())
            .add("(");
    for (int i = 0; i < function.parameters().size(); i++) {
      var one = function.parameters().get(i);
      text.add(i == 0 ? "" : ", ")
          .add(type(one.type()) + " " + JavaName.of(one.name()), parts.parameters().get(i));
    }
    return text.add(");").spelled();
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
