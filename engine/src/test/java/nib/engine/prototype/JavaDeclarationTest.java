package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CFunction.Parameter;
import nib.engine.ctype.CType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Java's and JNA's declarations, compiled by the compiler that runs this.
final class JavaDeclarationTest {

  private static final CType ANY = new CType.Value("pen_any");
  private static final CType STRING = new CType.Pointer("pen_string");
  private static final List<CFunction> FUNCTIONS =
      List.of(
          new CFunction(
              "add", CType.Scalar.DOUBLE, List.of(new Parameter("a", CType.Scalar.DOUBLE))),
          new CFunction("nothing", CType.Scalar.VOID, List.of()),
          new CFunction(
              "class",
              CType.Scalar.BOOL,
              List.of(new Parameter("int", CType.Scalar.BOOL), new Parameter("Pointer", STRING))),
          new CFunction("every", ANY, List.of(new Parameter("a", ANY), new Parameter("b", ANY))),
          new CFunction(
              "go",
              CType.Scalar.VOID,
              List.of(
                  new Parameter("stack", new CType.Pointer("pen_stack")),
                  new Parameter(
                      "k",
                      new CType.FunctionPointer(
                          CType.Scalar.VOID, List.of(new CType.Pointer("pen_stack")))))));

  @TempDir private Path scratch;

  @Test
  void compilesTheHandles() throws Exception {
    compile(
        FUNCTIONS.stream()
            .map(one -> "class In_%s {\n%s\n}\n".formatted(one.name(), JavaDeclaration.of(one)))
            .collect(
                Collectors.joining(
                    "\n",
                    "import java.lang.foreign.*;\nimport java.lang.invoke.MethodHandle;\n",
                    "")));
  }

  @Test
  void compilesTheMethods() throws Exception {
    compile(
        FUNCTIONS.stream()
            .map(one ->
                "interface In_%s extends Library {\n%s\n}\n"
                    .formatted(one.name(), JnaDeclaration.of(one)))
            .collect(Collectors.joining("\n", "import com.sun.jna.*;\n", "")));
  }

  @Test
  void describesWhatIsPassed() {
    assertEquals(
        """
        static final MethodHandle add =
            Linker.nativeLinker()
                .downcallHandle(
                    SymbolLookup.loaderLookup().findOrThrow("add"),
                    FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE));\
        """,
        JavaDeclaration.of(FUNCTIONS.getFirst()));
    assertEquals("double add(double a);", JnaDeclaration.of(FUNCTIONS.getFirst()));
  }

  @Test
  void aBoolIsOneByteAndANameThatIsTakenGetsAnother() {
    assertEquals(
        """
        // class in the library: see Library.OPTION_FUNCTION_MAPPER
        byte class_(byte int_, Pointer Pointer_);\
        """,
        JnaDeclaration.of(FUNCTIONS.get(2)));
    assertTrue(
        JavaDeclaration.of(FUNCTIONS.get(2))
            .contains("FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.JAVA_BOOLEAN,"));
  }

  private void compile(String source) throws Exception {
    var file = scratch.resolve("Declarations.java");
    Files.writeString(file, source);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              said,
              files,
              null,
              List.of("-d", scratch.toString(), "-proc:none"),
              null,
              files.getJavaFileObjects(file))
          .call();
    }
    assertEquals("", said.toString());
  }
}
