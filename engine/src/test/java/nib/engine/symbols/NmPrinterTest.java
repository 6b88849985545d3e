package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.archive.ArchiveBytes;
import nib.engine.binary.ByteView;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.elf.ElfBytes;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NmPrinterTest {

  private static final int GLOBAL = 1;
  private static final int FUNC = 2;

  @TempDir private Path folder;

  @Tag("toolchain")
  @ParameterizedTest
  @ValueSource(strings = {"libc.a", "libstdc++.a", "libgcc.a", "libgcc_eh.a", "libsupc++.a"})
  void agreesWithLlvmNmAboutTheCompilersLibraries(String name) throws Exception {
    agreesWithLlvmNm(List.of(Tool.compilerLibrary(name).toString()));
  }

  @Tag("toolchain")
  @Test
  void agreesWithLlvmNmAboutArchivesAndObjects() throws Exception {
    Samples.mixed(folder);
    agreesWithLlvmNm(List.of("libmixed.a"));
    agreesWithLlvmNm(List.of("a.o"));
    agreesWithLlvmNm(List.of("nothing.o"));
    agreesWithLlvmNm(List.of("libmixed.a", "b.o", "nothing.o", "libmixed.a"));
  }

  @Tag("toolchain")
  @Test
  void agreesWithLlvmNmAboutRustLibraries() throws Exception {
    Tool.assume("rustc");
    var path = Samples.rust(folder);
    // Rust's objects carry bitcode, which an llvm-nm older than rustc's LLVM cannot read.
    var expected = withoutBlankLines(Tool.run(folder, "llvm-nm", "--no-llvm-bc", path.toString()));
    assertEquals(expected, withoutBlankLines(listing(List.of(path.toString()))));
  }

  @Tag("toolchain")
  @Test
  void agreesWithLlvmNmAboutWhatOnlyAssemblersMake() throws Exception {
    Files.writeString(
        folder.resolve("odd.s"),
        """
        .text
        .globl "with blanks", größe
        "with blanks": nop
        größe: nop
        local: nop
        .symver größe, groesse@@VERS_2
        .comm common, 24, 8
        .set absolute, 0x1234
        .globl absolute
        .weak weak_undefined
        .type weak_object, @object
        .weak weak_object
        .quad weak_undefined, weak_object, undefined
        .section .custom, "", @progbits
        in_custom: .byte 0
        .section .debug_mine, "", @progbits
        in_debug: .byte 0
        .section .tbss, "awT", @nobits
        in_tbss: .skip 8
        .section .readonly, "a", @progbits
        .type unique, @gnu_unique_object
        .globl unique
        unique: .byte 0
        """);
    Tool.run(folder, "gcc", "-c", "odd.s");
    agreesWithLlvmNm(List.of("odd.o"));
  }

  @Tag("toolchain")
  @Test
  void agreesWithLlvmNmAboutSeventyThousandSections() throws Exception {
    Files.writeString(
        folder.resolve("many.s"),
        """
        .altmacro
        .macro one n
        .section .text.f\\n, "ax", @progbits
        .globl f\\n
        f\\n: ret
        .endm
        .set i, 0
        .rept 70000
        one %i
        .set i, i + 1
        .endr
        """);
    Tool.run(folder, "gcc", "-c", "many.s");
    agreesWithLlvmNm(List.of("many.o"));
  }

  @Test
  void ordersSymbolsByTheBytesOfTheirNames() throws Exception {
    var elf = ElfBytes.x64().section(".text", 1, 6);
    for (var name : List.of("b", "B", "_b", "\u00ff", "a", "ba", "\u00c3\u00a9")) {
      elf.symbol(name, GLOBAL, FUNC, 4);
    }
    assertEquals(List.of("B", "_b", "a", "b", "ba", "\u00c3\u00a9", "\u00ff"), names(listing(elf)));
  }

  @Test
  void ordersSymbolsOfOneNameBySizeAndValue() throws Exception {
    var elf =
        ElfBytes.x64()
            .section(".data", 1, 3)
            .local("x", 1, 9)
            .local("x", -1, 1)
            .local("x", 2, 1)
            .local("x", 0, -1);
    assertEquals(
        """
        0000000000000002 d x
        ffffffffffffffff d x
        0000000000000001 d x
        0000000000000000 d x
        """,
        listing(elf));
  }

  @Test
  void showsTheSizeOfCommonSymbolsAndNoValueOfUndefinedOnes() throws Exception {
    var elf = ElfBytes.x64().symbol("common", GLOBAL, 1, 0xfff2).symbol("undefined", GLOBAL, 0, 0);
    assertEquals("0000000000000004 C common\n                 U undefined\n", listing(elf));
  }

  @Test
  void hidesWhatStandsForTheFilesOwnLayout() throws Exception {
    var elf =
        ElfBytes.x64()
            .section(".text", 1, 6)
            .symbol("", 0, 3, 4)
            .symbol("source.c", 0, 4, 0xfff1)
            .symbol("$x", 0, 0, 4);
    assertEquals(List.of("$x"), names(listing(elf)));
    var arm = new ElfBytes(ByteOrder.LITTLE_ENDIAN, 183).section(".text", 1, 6);
    assertEquals(List.of("f"), names(listing(arm.symbol("$x.1", 0, 0, 4).symbol("f", 1, 2, 4))));
    var riscv = new ElfBytes(ByteOrder.LITTLE_ENDIAN, 243).section(".text", 1, 6);
    assertEquals(
        List.of(".L0"), names(listing(riscv.symbol(".L0 ", 0, 0, 4).symbol(".L0", 0, 0, 4))));
  }

  @Test
  void showsOtherNamesOnRequestInTheSameOrder() throws Exception {
    var elf = ElfBytes.x64().symbol("_Z1bv", GLOBAL, 0, 0).symbol("_Z1ai", GLOBAL, 0, 0);
    var out = new ByteArrayOutputStream();
    var style =
        new NmPrinter.Style(
            false, true, Optional.of(Demangler::demangle), NmPrinter.Style.PLAIN.filter());
    new NmPrinter(out, style).print(library(elf.bytes()), _ -> {});
    assertEquals(List.of("a(int)", "b()"), names(out.toString(StandardCharsets.UTF_8)));
  }

  @Test
  void tellsWhatTheListingLeavesOut() throws Exception {
    var bad = ElfBytes.x64().sectionHeadersOf(40).bytes();
    var archive =
        new ArchiveBytes()
            .member("readme/", "just some text")
            .member("bad.o/", bad)
            .member("none.o/", ElfBytes.x64().bytes())
            .header("cut.o/", "100");
    var library = library(archive.bytes());
    var remarkable = new ArrayList<Member>();
    new NmPrinter(OutputStream.nullOutputStream(), NmPrinter.Style.PLAIN)
        .print(library, remarkable::add);
    assertEquals(
        List.of("some.a(readme) is not listed: text", "some.a(none.o) has no symbols"),
        NmPrinter.remarks(library, remarkable));
  }

  @Test
  void leavesATroubleOfTheOutputToTheCaller() throws Exception {
    var file = folder.resolve("some.o");
    Files.write(file, ElfBytes.x64().symbol("undefined", GLOBAL, 0, 0).bytes());
    var full = new IOException("no space left on device");
    var out =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw full;
          }
        };
    try (var library = OpenLibrary.open(file)) {
      var printer = new NmPrinter(out, NmPrinter.Style.PLAIN);
      assertSame(full, assertThrows(IOException.class, () -> printer.print(library, _ -> {})));
    }
  }

  private void agreesWithLlvmNm(List<String> files) throws IOException, FailureException {
    var command = new ArrayList<>(List.of("llvm-nm"));
    command.addAll(files);
    String expected = Tool.run(folder, command.toArray(String[]::new));
    assertEquals(withoutBlankLines(expected), withoutBlankLines(listing(files)));
  }

  private String listing(List<String> files) throws IOException, FailureException {
    var out = new ByteArrayOutputStream();
    var plain = NmPrinter.Style.PLAIN;
    var style = new NmPrinter.Style(files.size() > 1, true, Optional.empty(), plain.filter());
    for (var file : files) {
      try (var library = OpenLibrary.open(folder.resolve(file))) {
        new NmPrinter(out, style).print(library, _ -> {});
      }
    }
    return out.toString(StandardCharsets.ISO_8859_1).replace(folder + "/", "");
  }

  private static String listing(ElfBytes elf) throws IOException, FailureException {
    var out = new ByteArrayOutputStream();
    new NmPrinter(out, NmPrinter.Style.PLAIN).print(library(elf.bytes()), _ -> {});
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static OpenLibrary library(byte[] bytes) throws FailureException {
    return OpenLibrary.of(LibraryFile.of(Path.of("some.a"), ByteView.of(bytes)));
  }

  private static List<String> names(String listing) {
    return listing.lines().map(line -> line.substring(19)).toList();
  }

  private static String withoutBlankLines(String text) {
    return text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }
}
