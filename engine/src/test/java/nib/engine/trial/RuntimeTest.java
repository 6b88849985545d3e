package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The C runtime, tested in C.
final class RuntimeTest {

  private static final List<String> STRICT =
      List.of("-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror");

  @TempDir Path folder;

  @BeforeEach
  void unpack() throws IOException {
    RuntimeSource.writeTo(folder);
  }

  private String compile(String compiler, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(compiler));
    command.addAll(STRICT);
    command.addAll(List.of(arguments));
    return new ForeignCode(folder).run(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc", "clang"})
  void compilesWithoutAWarning(String compiler) throws Exception {
    assertEquals("", compile(compiler, "-O2", "-fPIC", "-c", "runtime.c", "-o", "runtime.o"));
  }

  @Test
  void countsReferencesAsTheAbiSays() throws Exception {
    try (var in = RuntimeTest.class.getResourceAsStream("runtime_test.c")) {
      Files.copy(in, folder.resolve("runtime_test.c"));
    }
    compile(
        "gcc",
        "-g",
        "-fsanitize=address,undefined",
        "-fno-sanitize-recover",
        "runtime.c",
        "runtime_test.c",
        "-o",
        "runtime_test");
    assertEquals("debugged\n\n", new ForeignCode(folder).run(List.of("./runtime_test")));
  }
}
