package nib.engine.prototype;

import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Writer;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;

/// Declarations for Java's own foreign functions (`java.lang.foreign`, final since Java 22).
public final class JavaDeclaration {

  private static final String ANY =
      """
      static final StructLayout PEN_ANY =
          MemoryLayout.structLayout(
              ValueLayout.ADDRESS.withName("type"), ValueLayout.JAVA_LONG.withName("payload"));

      """;

  private JavaDeclaration() {}

  /// A field with a handle that calls the function. An `any` is a segment of 16 bytes, and a caller
  /// gives an allocator for one that comes back.
  public static String of(CFunction function) {
    return of(function, CallParts.plain(function)).text();
  }

  /// The same, with the parts that its pieces are.
  public static Spelled of(CFunction function, CallParts parts) {
    var text =
        new Writer()
            .add(function.hasValues() ? ANY : "")
            .add("static final MethodHandle ")
            .add(JavaName.of(function.name()), new CallPart.Function())
            .add(" =\n    Linker.nativeLinker()\n        .downcallHandle(\n")
            .add("            SymbolLookup.loaderLookup().findOrThrow(\"")
            .add(function.name(), new CallPart.Function())
            .add("\"),\n            ");
    descriptor(text, function, parts);
    return text.add(");").spelled();
  }

  private static void descriptor(Writer text, CFunction function, CallParts parts) {
    boolean none = function.result() == CType.Scalar.VOID;
    text.add(none ? "FunctionDescriptor.ofVoid(" : "FunctionDescriptor.of(");
    if (!none) {
      text.add(layout(function.result()), parts.returned());
    }
    for (int i = 0; i < function.parameters().size(); i++) {
      text.add(none && i == 0 ? "" : ", ")
          .add(layout(function.parameters().get(i).type()), parts.parameters().get(i));
    }
    text.add(")");
  }

  private static String layout(CType type) {
    return switch (type) {
      case CType.Scalar scalar ->
          switch (scalar) {
            case BOOL -> "ValueLayout.JAVA_BOOLEAN";
            case DOUBLE -> "ValueLayout.JAVA_DOUBLE";
            case UINT64, SIZE -> "ValueLayout.JAVA_LONG";
            case VOID -> throw new IllegalArgumentException("void is no value");
          };
      case CType.Value _ -> "PEN_ANY";
      case CType.Pointer _, CType.FunctionPointer _ -> "ValueLayout.ADDRESS";
    };
  }
}
