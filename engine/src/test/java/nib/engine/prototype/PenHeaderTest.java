package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.oracle.Tool;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// `pen.h` in the hands of compilers, and its values in those of programs that look for mistakes.
final class PenHeaderTest {

  private static final Path PROGRAMS = Path.of("src/test/resources/pen-h").toAbsolutePath();
  private static final List<String> STRICT =
      List.of("-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror");

  @TempDir private Path scratch;

  @BeforeEach
  void writeTheHeader() throws Exception {
    Files.writeString(scratch.resolve("pen.h"), PenHeader.text());
  }

  @TestFactory
  Stream<DynamicTest> compilesWithoutAWarning() {
    return Stream.of("gcc -std=c11", "clang -std=c11", "g++ -std=c++17", "clang++ -std=c++17")
        .map(one ->
            DynamicTest.dynamicTest(
                one,
                () -> {
                  Files.writeString(scratch.resolve("use.c"), "#include \"pen.h\"\n");
                  compile(one, "-fsyntax-only", one.contains("++") ? "-xc++" : "-xc", "use.c");
                }));
  }

  @Test
  void saysOfEachFunctionWhatItIs() {
    var lines = PenHeader.text().lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).startsWith("static inline")) {
        assertTrue(lines.get(i - 1).endsWith("*/"), lines.get(i));
      }
    }
  }

  /// On targets with words of 32 bits only for those who say that they know.
  @TestFactory
  Stream<DynamicTest> saysForWhichTargetsItIs() throws Exception {
    Files.writeString(
        scratch.resolve("string.h"),
        """
        #include <stddef.h>
        void *memcpy(void *to, const void *from, size_t size);
        void *memset(void *to, int value, size_t size);
        int memcmp(const void *one, const void *other, size_t size);
        size_t strlen(const char *text);
        """);
    Files.writeString(scratch.resolve("use.c"), "#include \"pen.h\"\n");
    return Targets.all().stream()
        .map(target -> DynamicTest.dynamicTest(target.triple(), () -> compileFor(target)));
  }

  private void compileFor(Target target) {
    String compiler =
        "clang -std=c11 -ffreestanding -nostdlibinc -I. -fsyntax-only -target "
            + target.triple().replace("riscv64gc", "riscv64");
    if (target.pointerBytes() == 8) {
      compile(compiler, "use.c");
    } else {
      var error = assertThrows(AssertionError.class, () -> compile(compiler, "use.c"));
      assertTrue(
          String.valueOf(error.getMessage())
              .contains("Pen does not work with C where a word has 32 bits, but for strings"),
          error::toString);
      compile(compiler, "-DPEN_ALLOW_32_BITS", "use.c");
    }
  }

  /// Leaks, uses after freeing, reads out of bounds, undefined shifts and the like end the program.
  @TestFactory
  Stream<DynamicTest> valuesLeaveNothingBehindUnderTheSanitizers() {
    return Stream.of("gcc -std=c11", "g++ -std=c++17 -xc++")
        .map(one ->
            DynamicTest.dynamicTest(
                one,
                () -> {
                  program(
                      "values.c", one, "-fsanitize=address,undefined", "-fno-sanitize-recover=all");
                  Tool.run(scratch, scratch.resolve("program").toString());
                }));
  }

  @TestFactory
  Stream<DynamicTest> valuesLeaveNothingBehindUnderValgrind() {
    return Stream.of("gcc -std=c11 -O2", "clang -std=c11 -O2", "clang++ -std=c++17 -xc++")
        .map(one ->
            DynamicTest.dynamicTest(
                one,
                () -> {
                  program("values.c", one);
                  Tool.run(
                      scratch,
                      "valgrind",
                      "--quiet",
                      "--leak-check=full",
                      "--show-leak-kinds=all",
                      "--error-exitcode=9",
                      scratch.resolve("program").toString());
                }));
  }

  @Test
  void severalThreadsShareWhatIsSynchronized() {
    program("threads.c", "gcc -std=c11 -O1", "-fsanitize=thread", "-pthread");
    Tool.run(scratch, scratch.resolve("program").toString());
  }

  private void program(String name, String compiler, String... options) {
    var all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-gdwarf-4", "-I.", "-o", "program"));
    all.add(PROGRAMS.resolve(name).toString());
    all.add(PROGRAMS.resolve("ffi.c").toString());
    compile(compiler, all.toArray(String[]::new));
  }

  private void compile(String compiler, String... options) {
    var command = new ArrayList<>(List.of(compiler.split(" ", -1)));
    command.addAll(STRICT);
    command.addAll(List.of(options));
    Tool.run(scratch, command.toArray(String[]::new));
  }
}
