package nib.engine.abi;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.prototype.CDeclaration;

/// Functions in C and in Rust that look at every byte of their arguments and return a patterned
/// result, and the program that has them called.
final class CheckingCallees {

  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <string.h>
      static long looked, wrong;
      void check(const char *function, int argument, const void *bytes, int size) {
        for (int i = 0; i < size; i++) {
          int want = size == 1 ? argument & 1 : argument << 4 | i;
          int got = ((const unsigned char *) bytes)[i];
          looked++;
          if (got != want && wrong++ < 20)
            printf("%s: argument %d, byte %d is %02x, not %02x\\n", function, argument, i, got, want);
        }
      }
      void fill(int size, void *bytes) {
        for (int i = 0; i < size; i++)
          ((unsigned char *) bytes)[i] = size == 1 ? 1 : 15 << 4 | i;
      }
      """;

  private CheckingCallees() {}

  static String c(List<CFunction> functions) {
    var text =
        new StringBuilder(
            """
            #include <stdbool.h>
            #include <stdint.h>
            #include <string.h>
            typedef struct pen_string pen_string;
            typedef struct { const void *type; uint64_t payload; } pen_any;
            extern void check(const char *function, int argument, const void *bytes, int size);
            extern void fill(int size, void *bytes);
            """);
    for (var function : functions) {
      String declaration = CDeclaration.of(function);
      text.append(declaration, 0, declaration.length() - 1).append(" {\n");
      for (int i = 0; i < function.parameters().size(); i++) {
        text.append("  check(\"%s\", %d, &a%d, sizeof a%d);\n".formatted(function.name(), i, i, i));
      }
      if (function.result() != CType.Scalar.VOID) {
        text.append("  %s; fill(sizeof r, &r); return r;\n".formatted(variable(function.result())));
      }
      text.append("}\n");
    }
    return text.toString();
  }

  private static String variable(CType type) {
    String declaration = CDeclaration.of(new CFunction("r", type, List.of()));
    return declaration.substring(0, declaration.indexOf('('));
  }

  static String rust(List<CFunction> functions) {
    var text =
        new StringBuilder(
            """
            use std::ffi::c_void;
            use std::mem::size_of;
            use std::os::raw::{c_char, c_int};
            #[repr(C)] #[derive(Clone, Copy)]
            pub struct PenAny { pub type_info: *const c_void, pub payload: u64 }
            extern "C" {
                fn check(function: *const c_char, argument: c_int, bytes: *const c_void, size: c_int);
                fn fill(size: c_int, bytes: *mut c_void);
            }
            fn look<T>(function: &'static str, argument: c_int, value: &T) {
                unsafe { check(function.as_ptr().cast(), argument, (value as *const T).cast(), size_of::<T>() as c_int) }
            }
            fn made<T>() -> T {
                let mut value = std::mem::MaybeUninit::<T>::zeroed();
                unsafe { fill(size_of::<T>() as c_int, value.as_mut_ptr().cast()); value.assume_init() }
            }
            """);
    for (var function : functions) {
      text.append(
          IntStream.range(0, function.parameters().size())
              .mapToObj(i -> "a%d: %s".formatted(i, rust(function.parameters().get(i).type())))
              .collect(
                  Collectors.joining(
                      ", ",
                      "#[no_mangle] pub extern \"C\" fn %s(".formatted(function.name()),
                      ")")));
      boolean nothing = function.result() == CType.Scalar.VOID;
      text.append(nothing ? " {\n" : " -> %s {\n".formatted(rust(function.result())));
      for (int i = 0; i < function.parameters().size(); i++) {
        text.append("    look(\"%s\\0\", %d, &a%d);\n".formatted(function.name(), i, i));
      }
      text.append(nothing ? "}\n" : "    made()\n}\n");
    }
    return text.toString();
  }

  private static String rust(CType type) {
    return switch (type) {
      case CType.Scalar.BOOL -> "bool";
      case CType.Scalar.DOUBLE -> "f64";
      case CType.Value _ -> "PenAny";
      default -> "*mut c_void";
    };
  }

  /// A program that has every function called, counts what was looked at, and names what was wrong.
  static String program(List<CFunction> functions) {
    var text = new StringBuilder(PROGRAM);
    functions.forEach(one -> text.append("void call_%s(void *);\n".formatted(one.name())));
    text.append("int main(void) {\n  unsigned char result[16];\n");
    for (var one : functions) {
      text.append(
          "  memset(result, 0, 16); call_%1$s(result); check(\"%1$s\", 15, result, %2$d);\n"
              .formatted(one.name(), size(one.result())));
    }
    text.append("  printf(\"%ld bytes, %ld wrong\\n\", looked, wrong);\n  return 0;\n}\n");
    return text.toString();
  }

  private static int size(CType type) {
    return switch (type) {
      case CType.Scalar.VOID -> 0;
      case CType.Scalar.BOOL -> 1;
      case CType.Value _ -> 16;
      default -> 8;
    };
  }
}
