package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.LibraryWatch;
import nib.engine.linkage.SymbolUses;
import nib.engine.objectfile.macho.MachBytes;
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

  /// Both byte orders, both sizes; descriptors, Thumb, MIPS16 and mapping symbols among them.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x86_64-linux-gnux32",
        "i386-linux-gnu",
        "aarch64-linux-gnu",
        "aarch64_be-linux-gnu",
        "armv7-linux-gnueabihf",
        "thumbv7-linux-gnueabihf",
        "mips-linux-gnu",
        "mipsel-linux-gnu",
        "mips64-linux-gnuabi64",
        "mips64el-linux-gnuabin32",
        "powerpc-linux-gnu",
        "powerpc64-linux-gnu",
        "powerpc64le-linux-gnu",
        "riscv32-unknown-elf",
        "riscv64-linux-gnu",
        "s390x-linux-gnu",
        "sparcv9-linux-gnu",
        "hexagon-unknown-elf",
        "avr-unknown-none"
      })
  void listsElfOfAllMachines(String target) throws Exception {
    Files.writeString(folder.resolve("a.c"), Samples.ELF);
    Tool.run(
        folder,
        "clang",
        "--target=" + target,
        "-integrated-as",
        "-w",
        "-O1",
        "-fcommon",
        "-ffunction-sections",
        "-fno-exceptions",
        "-fno-asynchronous-unwind-tables",
        "-c",
        "a.c");
    agrees("a.o");
    Tool.run(folder, "llvm-ar", "rcs", "lib.a", "a.o");
    agrees("lib.a");
  }

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arm64-apple-macos13",
        "x86_64-apple-macos13",
        "i386-apple-macos10.6",
        "armv7-apple-ios9",
        "arm64e-apple-ios14",
        "arm64_32-apple-watchos7"
      })
  void listsMachOOfAllMachines(String target) throws Exception {
    Samples.apple(folder, target);
    agrees("a.o");
    agrees("b.o");
    Tool.run(folder, "llvm-ar", "rcs", "--format=darwin", "lib.a", "a.o", "b.o");
    // Before LLVM 15 headings of Mach-O members had the archive's name.
    assertEquals(
        Tool.run(folder, "llvm-nm", "lib.a").replaceAll("(?m)^lib.a\\((.*)\\):$", "$1:"),
        listing("lib.a"));
  }

  @Test
  void listsAllArchitecturesOfFatFiles() throws Exception {
    for (var architecture : List.of("arm64", "x86_64")) {
      Samples.apple(folder, architecture + "-apple-macos13");
      Tool.run(folder, "llvm-ar", "rcs", "--format=darwin", architecture + ".a", "a.o", "b.o");
      Files.move(folder.resolve("a.o"), folder.resolve(architecture + ".o"));
    }
    lipo("fat.a", "arm64.a", "x86_64.a");
    lipo("one.a", "arm64.a");
    lipo("fat.o", "arm64.o", "x86_64.o");
    for (var fat : List.of("fat.a", "one.a", "fat.o")) {
      assertEquals(Tool.run(folder, "llvm-nm", "--arch=all", fat), listing(fat));
    }
    var library = LibraryReader.read(folder.resolve("fat.a"));
    assertEquals(Library.Kind.FAT_FILE, library.kind());
    assertEquals(
        List.of("arm64", "x86_64"),
        library.slices().stream().map(Library.Slice::architecture).toList());
    assertEquals(
        "fat.a(b.o) (for architecture x86_64)", library.nameOf(library.members().getLast()));
  }

  private void lipo(String fat, String... parts) throws IOException {
    var contents = new ArrayList<byte[]>();
    for (var part : parts) {
      contents.add(Files.readAllBytes(folder.resolve(part)));
    }
    int[] cputypes = {MachBytes.ARM64, MachBytes.X86_64};
    Files.write(folder.resolve(fat), MachBytes.fat(false, cputypes, contents));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasm32-unknown-unknown", "wasm64-unknown-unknown"})
  void listsWasm(String target) throws Exception {
    Samples.wasm(folder, target);
    agrees("a.o");
    agrees("b.o");
    Tool.run(folder, "llvm-ar", "rcs", "lib.a", "a.o", "b.o");
    agrees("lib.a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64-unknown-linux-gnu", "i386-unknown-linux-gnu", "wasm32-wasi"})
  void listsBitcode(String target) throws Exception {
    Files.writeString(folder.resolve("a.c"), Samples.WASM);
    for (var lto : List.of("full", "thin")) {
      Tool.run(folder, "clang", "--target=" + target, "-fcommon", "-flto=" + lto, "-c", "a.c");
      agrees("a.o");
      Tool.run(folder, "llvm-ar", "rcs", lto + ".a", "a.o");
      agrees(lto + ".a");
    }
  }

  @Test
  void saysWhatGccLeftForTheLinker() throws Exception {
    Files.writeString(folder.resolve("a.c"), "int f(void) { return 1; }\n");
    Tool.run(folder, "gcc", "-flto", "-fno-fat-lto-objects", "-c", "a.c");
    agrees("a.o");
    try (var library = OpenLibrary.open(folder.resolve("a.o"))) {
      var members = new ArrayList<Member>();
      new NmPrinter(OutputStream.nullOutputStream(), NmPrinter.Style.PLAIN)
          .print(library, members::add);
      assertEquals(
          List.of("a.o is gcc's intermediate code (-flto), whose symbols llvm-nm does not list"),
          NmPrinter.remarks(library, members));
    }
  }

  /// What is said of a member outlives its names, which the next members' take the place of.
  @Test
  void saysOfEachMemberWhatIsWorthAWord() throws Exception {
    Files.writeString(folder.resolve("late.c"), "int f(void) { return 1; }\n");
    Files.writeString(folder.resolve("none.s"), "\n");
    var many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append("int function_with_a_long_name_%d(void) { return 1; }\n".formatted(i));
    }
    Files.writeString(folder.resolve("own.c"), many);
    Tool.run(folder, "gcc", "-flto", "-fno-fat-lto-objects", "-c", "late.c");
    Tool.run(folder, "as", "none.s", "-o", "none.o");
    Tool.run(folder, "gcc", "-c", "own.c");
    Tool.run(folder, "gcc-ar", "rcs", "mixed.a", "late.o", "none.o", "own.o");
    try (var library = OpenLibrary.open(folder.resolve("mixed.a"))) {
      var members = new ArrayList<Member>();
      new NmPrinter(OutputStream.nullOutputStream(), NmPrinter.Style.PLAIN)
          .print(library, members::add);
      assertEquals(
          List.of(
              "mixed.a(late.o) is gcc's intermediate code (-flto), whose symbols llvm-nm does not list",
              "mixed.a(none.o) has no symbols"),
          NmPrinter.remarks(library, members).stream()
              .map(remark -> remark.replace(folder + "/", ""))
              .toList());
    }
  }

  /// As `nm` lists it with gcc's plugin.
  @Test
  void readsWhatGccLeftForTheLinker() throws Exception {
    Files.writeString(folder.resolve("a.c"), Samples.C.replaceAll("(?s)static int \\(.*", ""));
    Files.writeString(folder.resolve("b.cc"), Samples.CPP);
    Tool.run(folder, "gcc", "-fcommon", "-flto", "-fno-fat-lto-objects", "-c", "a.c");
    Tool.run(folder, "g++", "-flto", "-fno-fat-lto-objects", "-c", "b.cc");
    for (String file : List.of("a.o", "b.o")) {
      var member = LibraryReader.read(folder.resolve(file)).members().getFirst();
      var symbols = assertInstanceOf(Member.Read.class, member).object().symbols();
      assertTrue(symbols.intermediate() > 5);
      assertEquals(
          Tool.run(folder, "gcc-nm", "-p", file)
              .lines()
              .map(line -> line.substring(9))
              .sorted()
              .toList(),
          symbols.stream()
              .limit(symbols.intermediate())
              .map(one -> one.letter() + " " + one.name())
              .sorted()
              .toList());
    }
    Tool.run(folder, "gcc-ar", "rcs", "l.a", "a.o", "b.o");
    var result = SymbolLookup.find(folder.resolve("l.a"), List.of("named", "elsewhere"));
    assertEquals(List.of(), result.remarks());
    assertTrue(result.answers().getFirst().toString().contains("kind=FUNCTION"), result::toString);
    var uses =
        SymbolUses.find(List.of(folder.resolve("l.a")), List.of("elsewhere"), LibraryWatch.NONE);
    assertEquals("l.a(a.o)", uses.getFirst().needed().getFirst().place().words());
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
