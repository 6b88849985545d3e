package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nib.engine.diagnostic.FailureException;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Formats beside ELF, as compilers make them, listed as `llvm-nm` lists them.
@Tag("toolchain")
final class FormatOracleTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x86_64-pc-windows-msvc", "i686-pc-windows-msvc", "aarch64-pc-windows-msvc",
        "thumbv7-pc-windows-msvc", "x86_64-w64-windows-gnu", "i686-w64-windows-gnu"
      })
  void listsCoffOfAllMachines(String target) throws Exception {
    Samples.windows(folder, target);
    agrees("a.o");
    agrees("b.o");
    Tool.run(folder, "llvm-ar", "rcs", "lib.a", "a.o", "b.o");
    agrees("lib.a");
  }

  @Test
  void listsImportLibraries() throws Exception {
    Files.writeString(
        folder.resolve("k.def"),
        "LIBRARY k.dll\nEXPORTS\nadd_one\nvariable DATA\nconstant CONSTANT\nnumbered @5 NONAME\n");
    Tool.run(folder, "llvm-dlltool", "-m", "i386:x86-64", "-d", "k.def", "-l", "k.lib");
    agrees("k.lib");
    Tool.run(folder, "llvm-dlltool", "-m", "i386", "-d", "k.def", "-l", "k32.lib");
    agrees("k32.lib");
  }

  private void agrees(String file) throws IOException, FailureException {
    assertEquals(Tool.run(folder, "llvm-nm", file), listing(file));
  }

  private String listing(String file) throws IOException, FailureException {
    var out = new ByteArrayOutputStream();
    try (var library = OpenLibrary.open(folder.resolve(file))) {
      new NmPrinter(out, NmPrinter.Style.PLAIN).print(library, _ -> {});
    }
    return out.toString(StandardCharsets.ISO_8859_1).replace(folder + "/", "");
  }
}
