package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;

/// The same functions as [CSource]'s in LLVM's language, typed as Pen's compiler types them: an
/// `any` is a bare pair, a boolean one bit without an extension.
final class IrSource {

  private static final String HEAD =
      """
      %any = type { i8*, i64 }
      @rb = global i1 0
      @rd = global double 0.0
      @rp = global i8* null
      @ra = global %any zeroinitializer
      """;

  private IrSource() {}

  /// @param structuresAreAddresses whether the functions take and give back an `any` by address
  static String of(List<CFunction> functions, String convention, boolean structuresAreAddresses) {
    var text = new StringBuilder(HEAD);
    int most = functions.stream().mapToInt(one -> one.parameters().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      text.append(
          """
          @b%1$d = global i1 0
          @d%1$d = global double 0.0
          @p%1$d = global i8* null
          @t%1$d = global i8* null
          @w%1$d = global i64 0
          """
              .formatted(i));
    }
    for (var one : functions) {
      text.append(new Writer(convention, structuresAreAddresses).function(one));
    }
    return text.toString();
  }

  private record Writer(String convention, boolean addresses) {

    String function(CFunction function) {
      var body = new ArrayList<String>();
      for (int i = 0; i < function.parameters().size(); i++) {
        store(body, function.parameters().get(i).type(), i);
      }
      boolean address = addresses && function.result() instanceof CType.Value;
      if (address) {
        body.add("%r = load volatile %any, %any* @ra");
        body.add("store %any %r, %any* %result");
        body.add("ret void");
      } else {
        result(body, function.result());
      }
      var parameters = new ArrayList<String>();
      if (address) {
        parameters.add("%any* %result");
      }
      for (int i = 0; i < function.parameters().size(); i++) {
        parameters.add(type(function.parameters().get(i).type()) + " %a" + i);
      }
      String returned = address ? "void" : result(function.result());
      return "define %s %s @%s(%s) {\n%s\n}\n%s"
          .formatted(
              convention,
              returned,
              function.name(),
              String.join(", ", parameters),
              body.stream().map(line -> "  " + line).collect(Collectors.joining("\n")),
              caller(function, returned, address));
    }

    /// A call whose values do not matter: only the room that it takes is looked at.
    private String caller(CFunction function, String returned, boolean address) {
      var types = new ArrayList<String>();
      if (address) {
        types.add("%any*");
      }
      function.parameters().forEach(one -> types.add(type(one.type())));
      return """
      declare %1$s %2$s @other_%3$s(%4$s)
      define void @call_%3$s() {
        call %1$s %2$s @other_%3$s(%5$s)
        ret void
      }
      """
          .formatted(
              convention,
              returned,
              function.name(),
              String.join(", ", types),
              types.stream().map(one -> one + " undef").collect(Collectors.joining(", ")));
    }

    private void store(List<String> body, CType type, int i) {
      switch (type) {
        case CType.Scalar.BOOL -> body.add("store volatile i1 %%a%1$d, i1* @b%1$d".formatted(i));
        case CType.Scalar.DOUBLE ->
            body.add("store volatile double %%a%1$d, double* @d%1$d".formatted(i));
        case CType.Value _ -> {
          String pair = "%a" + i;
          if (addresses) {
            pair = "%v" + i;
            body.add("%%v%1$d = load %%any, %%any* %%a%1$d".formatted(i));
          }
          body.add("%%t%d = extractvalue %%any %s, 0".formatted(i, pair));
          body.add("%%w%d = extractvalue %%any %s, 1".formatted(i, pair));
          body.add("store volatile i8* %%t%1$d, i8** @t%1$d".formatted(i));
          body.add("store volatile i64 %%w%1$d, i64* @w%1$d".formatted(i));
        }
        default -> body.add("store volatile i8* %%a%1$d, i8** @p%1$d".formatted(i));
      }
    }

    private static void result(List<String> body, CType type) {
      if (type == CType.Scalar.VOID) {
        body.add("ret void");
        return;
      }
      String name = result(type);
      String global =
          switch (type) {
            case CType.Scalar.BOOL -> "@rb";
            case CType.Scalar.DOUBLE -> "@rd";
            case CType.Value _ -> "@ra";
            default -> "@rp";
          };
      body.add("%%r = load volatile %1$s, %1$s* %2$s".formatted(name, global));
      body.add("ret %s %%r".formatted(name));
    }

    private static String result(CType type) {
      return switch (type) {
        case CType.Scalar.VOID -> "void";
        case CType.Scalar.BOOL -> "i1";
        case CType.Scalar.DOUBLE -> "double";
        case CType.Value _ -> "%any";
        default -> "i8*";
      };
    }

    private String type(CType type) {
      return result(type) + (addresses && type instanceof CType.Value ? "*" : "");
    }
  }
}
