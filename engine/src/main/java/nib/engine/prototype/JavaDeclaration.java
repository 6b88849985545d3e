package nib.engine.prototype;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
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
    boolean any =
        Stream.concat(
                Stream.of(function.result()), function.parameters().stream().map(Parameter::type))
            .anyMatch(CType.Value.class::isInstance);
    return """
    %sstatic final MethodHandle %s =
        Linker.nativeLinker()
            .downcallHandle(
                SymbolLookup.loaderLookup().findOrThrow("%s"),
                %s);\
    """
        .formatted(
            any ? ANY : "", JavaName.of(function.name()), function.name(), descriptor(function));
  }

  private static String descriptor(CFunction function) {
    var layouts = function.parameters().stream().map(one -> layout(one.type()));
    return function.result() == CType.Scalar.VOID
        ? layouts.collect(Collectors.joining(", ", "FunctionDescriptor.ofVoid(", ")"))
        : Stream.concat(Stream.of(layout(function.result())), layouts)
            .collect(Collectors.joining(", ", "FunctionDescriptor.of(", ")"));
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
