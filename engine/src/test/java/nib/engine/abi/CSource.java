package nib.engine.abi;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.prototype.CDeclaration;

/// C that shows where arguments travel: each function stores all it gets to variables that tell the
/// argument, and returns what it finds in others; for each there is a function that calls it.
final class CSource {

  private static final String HEAD =
      """
      #include <stdbool.h>
      #include <stddef.h>
      #include <stdint.h>
      typedef struct pen_string pen_string;
      typedef struct { const void *type; uint64_t payload; } pen_any;
      volatile bool rb; volatile double rd; pen_string *volatile rp; volatile pen_any ra;
      """;

  private CSource() {}

  static String of(List<CFunction> functions) {
    var text = new StringBuilder(HEAD);
    int most = functions.stream().mapToInt(one -> one.parameters().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      text.append(
          "volatile bool b%1$d; volatile double d%1$d; pen_string *volatile p%1$d;\n".formatted(i));
      text.append("const void *volatile t%1$d; volatile uint64_t w%1$d;\n".formatted(i));
    }
    functions.forEach(one -> text.append(callee(one)).append(caller(one)));
    return text.toString();
  }

  private static String callee(CFunction function) {
    return IntStream.range(0, function.parameters().size())
        .mapToObj(i -> "  " + store(function.parameters().get(i).type(), i) + "\n")
        .collect(
            Collectors.joining(
                "", head(function) + " {\n", "  " + result(function.result()) + "\n}\n"));
  }

  private static String head(CFunction function) {
    String declaration = CDeclaration.of(function);
    return declaration.substring(0, declaration.length() - 1);
  }

  private static String store(CType type, int i) {
    return switch (type) {
      case CType.Scalar.BOOL -> "b%1$d = a%1$d;".formatted(i);
      case CType.Scalar.DOUBLE -> "d%1$d = a%1$d;".formatted(i);
      case CType.Value _ -> "t%1$d = a%1$d.type; w%1$d = a%1$d.payload;".formatted(i);
      default -> "p%1$d = a%1$d;".formatted(i);
    };
  }

  private static String result(CType type) {
    return switch (type) {
      case CType.Scalar.VOID -> "";
      case CType.Scalar.BOOL -> "return rb;";
      case CType.Scalar.DOUBLE -> "return rd;";
      case CType.Value _ -> "pen_any r = {ra.type, ra.payload}; return r;";
      default -> "return rp;";
    };
  }

  private static String caller(CFunction function) {
    var types = function.parameters().stream().map(CFunction.Parameter::type).toList();
    return "extern __typeof__(%1$s) other_%1$s;\nvoid call_%1$s(void) { other_%1$s(%2$s); }\n"
        .formatted(
            function.name(),
            IntStream.range(0, types.size())
                .mapToObj(i -> value(types.get(i), i))
                .collect(Collectors.joining(", ")));
  }

  private static String value(CType type, int i) {
    return switch (type) {
      case CType.Scalar.BOOL -> "b" + i;
      case CType.Scalar.DOUBLE -> "d" + i;
      case CType.Value _ -> "(pen_any) {t%1$d, w%1$d}".formatted(i);
      default -> "p" + i;
    };
  }
}
