package nib.engine.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.elf.ElfReader;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds signatures against what `llvm-dwarfdump` prints of objects that real compilers made.
@Tag("toolchain")
final class SignaturesOracleTest {

  @TempDir private Path folder;

  @BeforeEach
  void sources() throws IOException {
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C);
    Files.writeString(folder.resolve("i.c"), DwarfSamples.IFUNC);
    Files.writeString(folder.resolve("s.cc"), DwarfSamples.CPP);
    Files.writeString(folder.resolve("s.rs"), DwarfSamples.RUST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-gdwarf-2 -gstrict-dwarf",
        "-gdwarf-3",
        "-gdwarf-4",
        "-gdwarf-5",
        "-g -O2",
        "-g -O2 -ffunction-sections",
        "-g -gz=zlib",
        "-gdwarf-4 -fdebug-types-section",
        "-gdwarf-5 -fdebug-types-section",
        "-g -gdwarf64",
        "-g -gno-record-gcc-switches",
      })
  void agreesOnWhatGccSays(String options) throws IOException {
    compiled("gcc", "s.c", options);
    compare(22);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-gdwarf-2",
        "-gdwarf-3",
        "-gdwarf-4",
        "-gdwarf-5",
        "-g -O2",
        "-g -gz=zlib",
        "-gdwarf-4 -fdebug-types-section",
        "-gdwarf-5 -fdebug-types-section",
        "-gdwarf-5 -gdwarf64",
        "-g -O1 -ffunction-sections",
      })
  void agreesOnWhatClangSays(String options) throws IOException {
    Tool.assume("clang");
    compiled("clang", "s.c", options);
    compare(22);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g++ -g", "g++ -g -O2", "g++ -gdwarf-4 -fdebug-types-section", "g++ -g -gz",
        "clang++ -g", "clang++ -g -O2", "clang++ -gdwarf-4", "clang++ -g -fdebug-types-section"
      })
  void agreesOnCpp(String command) throws IOException {
    int blank = command.indexOf(' ');
    Tool.assume(command.substring(0, blank));
    compiled(command.substring(0, blank), "s.cc", command.substring(blank + 1));
    compare(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-g -O", "-g -Cdwarf-version=5", "-g -Copt-level=3"})
  void agreesOnRust(String options) throws IOException {
    Tool.assume("rustc");
    assumeTrue(
        !options.contains("dwarf-version")
            || Tool.run(folder, "rustc", "-C", "help").contains("dwarf-version"),
        "this rustc knows one version of DWARF only");
    var command =
        new ArrayList<>(List.of("rustc", "--crate-type=lib", "--emit=obj", "-o", "s.o", "s.rs"));
    command.addAll(2, List.of(options.split(" ")));
    Tool.run(folder, command.toArray(String[]::new));
    compare(7);
  }

  @Test
  void agreesOn32Bits() throws IOException {
    Files.writeString(folder.resolve("s.c"), portable());
    compiled("gcc", "s.c", "-g -m32");
    compare(17);
  }

  /// 32 and 64 bits, both orders of bytes, relocations with addends and without.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aarch64-linux-gnu-gcc",
        "arm-linux-gnueabihf-gcc-12",
        "riscv64-linux-gnu-gcc-12",
        "s390x-linux-gnu-gcc-12",
        "powerpc64-linux-gnu-gcc-12",
        "powerpc64le-linux-gnu-gcc-12",
        "powerpc-linux-gnu-gcc-12",
        "mips-linux-gnu-gcc-12",
      })
  void agreesAcrossMachines(String compiler) throws IOException {
    Tool.assume(compiler);
    var portable = portable();
    Files.writeString(folder.resolve("s.c"), portable);
    for (String options : List.of("-g", "-gdwarf-4 -O2")) {
      compiled(compiler, "s.c", options);
      compare(17);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aarch64-linux-gnu",
        "armv7-linux-gnueabihf",
        "riscv64-linux-gnu",
        "riscv32-linux-gnu",
        "s390x-linux-gnu",
        "powerpc64-linux-gnu",
        "powerpc-linux-gnu",
        "mips-linux-gnu",
        "mips64-linux-gnuabi64",
        "mips64el-linux-gnuabi64",
        "sparc64-linux-gnu",
        "sparc-linux-gnu",
        "i386-linux-gnu",
      })
  void agreesAcrossMachinesOfClang(String target) throws IOException {
    Tool.assume("clang");
    Files.writeString(folder.resolve("s.c"), portable());
    for (String options : List.of("-gdwarf-5", "-gdwarf-4")) {
      compiled("clang", "s.c", options + " -fintegrated-as --target=" + target);
      compare(17);
    }
  }

  /// What needs no headers and no type that only some machines have.
  private static String portable() {
    return DwarfSamples.C.lines()
        .filter(line -> !line.contains("__int128") && !line.contains("va_list"))
        .filter(line -> !line.contains("struct bits") && !line.contains("waves"))
        .filter(line -> !line.contains("printed") && !line.contains("longer"))
        .map(line -> line.replace("#include <stddef.h>", "typedef __SIZE_TYPE__ size_t;"))
        .map(line -> line.replace("#include <stdarg.h>", "#define NULL ((void *) 0)"))
        .toList()
        .stream()
        .reduce("", (text, line) -> text + line + "\n");
  }

  private void compiled(String compiler, String source, String options) {
    var command = new ArrayList<>(List.of(compiler, "-w", "-c", source, "-o", "s.o"));
    command.addAll(List.of(options.split(" ")));
    Tool.run(folder, command.toArray(String[]::new));
  }

  /// Compares every function that the dump has.
  ///
  /// @param least how many there must be, so that nothing is compared with nothing
  private void compare(int least) throws IOException {
    String text = Tool.run(folder, "llvm-dwarfdump", "--debug-info", "--debug-types", "s.o");
    var words = new DumpWords(Dump.parse(text));
    var names = List.copyOf(words.functions().keySet());
    var expected = new TreeMap<String, String>();
    words.functions().forEach((name, node) -> expected.put(name, words.words(node)));
    var actual = new TreeMap<String, String>();
    var evidence = evidence(folder.resolve("s.o"), names);
    for (int i = 0; i < names.size(); i++) {
      actual.put(
          names.get(i),
          switch (evidence.get(i)) {
            case Evidence.Found found -> SignatureWords.of(found.signature());
            case Evidence.NoEvidence none -> none.words();
          });
    }
    actual.entrySet().removeIf(one -> one.getValue().equals(expected.get(one.getKey())));
    expected.keySet().retainAll(actual.keySet());
    assertEquals(lines(expected), lines(actual));
    assertTrue(names.size() >= least, () -> "only " + names);
  }

  private static String lines(Map<String, String> map) {
    var text = new StringBuilder();
    map.forEach((name, words) -> text.append(name).append(": ").append(words).append('\n'));
    return text.toString();
  }

  static List<Evidence> evidence(Path object, List<String> names) throws IOException {
    try {
      var sections = ElfReader.debugSections(ByteView.of(Files.readAllBytes(object)));
      return Signatures.of(sections, names.stream().map(Wanted::named).toList());
    } catch (MalformedFileException e) {
      throw new AssertionError(e);
    }
  }
}
