package nib.engine.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.oracle.Tool;
import nib.engine.symbols.OpenLibrary;
import nib.engine.symbols.SymbolLookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive's index is held against its members. `ar` writes good ones; bad ones are those with
/// some bytes changed.
final class IndexTest {

  /// Where the index's numbers begin: behind the magic and one header.
  private static final int COUNT = 8 + 60;

  private static final int OFFSETS = COUNT + 4;
  private static final int NAMES = OFFSETS + 2 * 4;

  @TempDir private Path folder;

  @BeforeEach
  void compile() throws IOException {
    Files.writeString(folder.resolve("a.s"), ".globl f\nf: ret\nlocal: ret\n");
    Files.writeString(folder.resolve("b.s"), ".globl g\ng: call f\n.comm shared,4\n");
    Tool.run(folder, "as", "-o", "a.o", "a.s");
    Tool.run(folder, "as", "-o", "b.o", "b.s");
    Tool.run(folder, "objcopy", "--strip-symbol=shared", "b.o", "c.o");
  }

  @Test
  void whatArchiversWriteAgrees() throws IOException, FailureException {
    for (String archiver : List.of("ar", "llvm-ar")) {
      String name = archiver + ".a";
      Tool.run(folder, archiver, "rcs", name, "a.o", "b.o", "a.s");
      assertEquals(3, report(name).entries());
      assertEquals(List.of(), report(name).troubles());
    }
    var compilers = Tool.compilerLibrary("libc.a");
    try (var library = OpenLibrary.open(compilers)) {
      var report = IndexCheck.check(library, SymbolFilter.DEFINITIONS, _ -> {});
      assertTrue(report.agrees(), () -> report.troubles().toString());
      assertTrue(report.entries() > 1000);
    }
  }

  /// With gcc's plugin an archiver lists what the code will define, without it gcc's own mark.
  @Test
  void intermediateCodeIsHeldAgainstWhatItWillDefine() throws IOException, FailureException {
    Files.writeString(folder.resolve("i.c"), "int f(int); int i(void) { return f(1); } int d;\n");
    Tool.run(folder, "gcc", "-g", "-flto", "-fno-fat-lto-objects", "-c", "i.c");
    Tool.run(folder, "gcc-ar", "rcs", "l.a", "i.o");
    assertEquals(2, report("l.a").entries());
    assertEquals(List.of(), report("l.a").troubles());
    Tool.run(folder, "llvm-ar", "rcs", "plain.a", "i.o");
    assertEquals(
        List.of("i", "d"),
        report("plain.a").troubles().stream()
            .map(one -> assertInstanceOf(IndexTrouble.Missing.class, one).symbol())
            .toList());
  }

  /// What x86-64 programs call has an index of its own, which is not taken for a gap in the other.
  @Test
  void aSecondIndexIsNoGapInTheFirst() throws IOException, FailureException {
    Tool.assume("llvm-lib-19");
    Tool.assume("clang-19");
    Files.writeString(folder.resolve("e.c"), "int f(int x) { return x; }\n");
    Tool.run(folder, "clang-19", "--target=arm64ec-pc-windows-msvc", "-c", "e.c");
    Tool.run(folder, "llvm-lib-19", "/machine:arm64ec", "/out:l.lib", "e.o");
    assertEquals(List.of(), report("l.lib").troubles());
    var found = SymbolLookup.find(folder.resolve("l.lib"), List.of("#f"));
    assertEquals(List.of(), found.remarks());
    assertInstanceOf(SymbolLookup.Answer.Defined.class, found.answers().getFirst());
  }

  @Test
  void anArchiveWithoutOneSaysSo() throws IOException, FailureException {
    Tool.run(folder, "ar", "rcS", "l.a", "a.o");
    check("l.a", "l.a has no index, so linkers refuse it or find nothing in it");
    Tool.run(folder, "ar", "rcS", "text.a", "a.s");
    check("text.a");
  }

  @Test
  void anEntryThatLeadsToAnotherMemberIsStale() throws IOException, FailureException {
    var bytes = archive();
    var words = ByteBuffer.wrap(bytes);
    int first = words.getInt(OFFSETS);
    words.putInt(OFFSETS, words.getInt(OFFSETS + 4));
    words.putInt(OFFSETS + 4, first);
    check(
        written(bytes),
        "l.a(a.o) defines f and the index does not say so, so linkers do not find it",
        "l.a(c.o) defines g and the index does not say so, so linkers do not find it",
        "the index says that l.a(a.o) defines g, and l.a(c.o) does",
        "the index says that l.a(c.o) defines f, and l.a(a.o) does");
  }

  @Test
  void aNameThatNoMemberDefinesIsForeign() throws IOException, FailureException {
    var bytes = archive();
    bytes[NAMES] = 'z';
    check(
        written(bytes),
        "l.a(a.o) defines f and the index does not say so, so linkers do not find it",
        "the index says that l.a(a.o) defines z, and no member does");
  }

  @Test
  void anOffsetWithoutAMemberIsAstray() throws IOException, FailureException {
    var bytes = archive();
    ByteBuffer.wrap(bytes).putInt(OFFSETS, 0x10);
    check(
        written(bytes),
        "the index of l.a leads to 0x10 for f, where no member is",
        "l.a(a.o) defines f and the index does not say so, so linkers do not find it");
  }

  @Test
  void aCountThatDoesNotFitIsDamage() throws IOException, FailureException {
    var bytes = archive();
    ByteBuffer.wrap(bytes).putInt(COUNT, 0x1000_0000);
    check(
        written(bytes),
        "the index of l.a is damaged at 0x44: an index of 268435456 symbols in "
            + new String(bytes, 8 + 48, 10, StandardCharsets.US_ASCII).strip()
            + " bytes");
  }

  /// Names that are not read until somebody is told of them.
  @Test
  void manyTroublesAreCounted() throws IOException, FailureException {
    int functions = 60;
    var source = new StringBuilder();
    for (int i = 100; i < 100 + functions; i++) {
      source.append(".globl f%d\nf%d: ret\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("many.s"), source);
    Tool.run(folder, "as", "-o", "many.o", "many.s");
    Tool.run(folder, "ar", "rcs", "many.a", "a.o", "many.o");
    byte[] bytes = Files.readAllBytes(folder.resolve("many.a"));
    int names = COUNT + 4 * (2 + functions) + "f\0".length();
    for (int i = 0; i < functions; i++) {
      bytes[names + "f100\0".length() * i] = 'g';
    }
    var report = report(written(bytes));
    assertEquals(functions + 1, report.entries());
    assertEquals(IndexReport.MOST, report.troubles().size());
    assertEquals(2 * functions - IndexReport.MOST, report.more());
    assertEquals(
        "f159", assertInstanceOf(IndexTrouble.Missing.class, report.troubles().get(59)).symbol());
    assertEquals(
        "g139", assertInstanceOf(IndexTrouble.Stale.class, report.troubles().get(99)).symbol());
  }

  @Test
  void whatTheIndexSaysOfADamagedMemberIsBelieved() throws IOException, FailureException {
    var bytes = archive();
    int elf = ByteBuffer.wrap(bytes).getInt(OFFSETS) + 60;
    bytes[elf + 0x2f] = 0x7f; // its section headers are far behind it
    assertEquals(1, report(written(bytes)).unchecked());
    check("l.a");
    bytes[NAMES + 2] = 'f'; // the name g
    check(
        written(bytes),
        "l.a(c.o) defines g and the index does not say so, so linkers do not find it",
        "the index says that l.a(c.o) defines f, and l.a(a.o) does");
  }

  /// To linkers the default version of a symbol is the symbol.
  @Test
  void aVersionIsNoOtherName() throws IOException, FailureException {
    Files.writeString(
        folder.resolve("v.s"), ".globl v1\nv1: ret\n.symver v1, v@@VERS_1\n.symver v1, w@VERS_1\n");
    Tool.run(folder, "as", "-o", "v.o", "v.s");
    Tool.run(folder, "ar", "rcs", "l.a", "v.o");
    assertEquals(3, report("l.a").entries());
    check("l.a");
  }

  @Test
  void everyTroubleHasACure() throws IOException, FailureException {
    Tool.run(folder, "ar", "rcS", "l.a", "a.o", "b.o");
    var words = IndexTrouble.words(report("l.a").troubles().getFirst());
    assertEquals("write the index anew: ranlib " + folder.resolve("l.a"), words.cure());
    Tool.run(folder, "ranlib", "l.a");
    check("l.a");
  }

  private byte[] archive() throws IOException {
    Tool.run(folder, "ar", "rcs", "good.a", "a.o", "c.o");
    return Files.readAllBytes(folder.resolve("good.a"));
  }

  private String written(byte[] bytes) throws IOException {
    Files.write(folder.resolve("l.a"), bytes);
    return "l.a";
  }

  private void check(String file, String... sentences) throws FailureException {
    var said =
        report(file).troubles().stream()
            .map(trouble -> IndexTrouble.words(trouble).what().replace(folder + "/", ""))
            .toList();
    assertEquals(List.of(sentences), said);
  }

  private IndexReport report(String file) throws FailureException {
    try (var library = OpenLibrary.open(folder.resolve(file))) {
      return IndexCheck.check(library, SymbolFilter.ALL, _ -> {});
    }
  }
}
