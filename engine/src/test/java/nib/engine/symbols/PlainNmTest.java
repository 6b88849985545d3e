package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nib.engine.archive.ArchiveBytes;
import nib.engine.objectfile.elf.ElfBytes;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the short way lists it lists as the long one does, which `llvm-nm` is the measure of; and
/// common archives go the short way.
final class PlainNmTest {

  /// All that [BothListings] asks for but the listings of what is needed alone: where an object
  /// needs nothing, they look for gcc's intermediate code.
  private static final int ALL = 6;

  private static final int GLOBAL = 1;
  private static final int FUNC = 2;

  @TempDir private Path folder;

  @Tag("toolchain")
  @ParameterizedTest
  @ValueSource(strings = {"libc.a", "libstdc++.a", "libgcc.a", "libgcc_eh.a", "libsupc++.a"})
  void listsTheCompilersLibraries(String name) throws IOException {
    int plain = BothListings.compare(Tool.compilerLibrary(name));
    assertTrue(plain == ALL || name.equals("libgcc.a"), name + ": " + plain); // one has only tables
  }

  @Tag("toolchain")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc -g",
        "gcc -g -fno-common -ffunction-sections -fdata-sections",
        "gcc -fcommon -fpic",
        "clang -g --target=x86_64-linux-gnu",
        "clang --target=aarch64-linux-gnu",
        "clang --target=riscv64-linux-gnu"
      })
  void listsWhatCompilersMake(String compiler) throws IOException {
    archive(compiler, "ar rcs");
    assertEquals(ALL, BothListings.compare(folder.resolve("libplain.a")));
  }

  @Tag("toolchain")
  @Test
  void listsNamesLongerThanAHeader() throws IOException {
    Files.writeString(folder.resolve("a_name_longer_than_a_header.c"), "int only = 1;");
    Files.writeString(folder.resolve("exactly15letter.c"), "int other;");
    Tool.run(folder, "gcc", "-c", "a_name_longer_than_a_header.c", "exactly15letter.c");
    Tool.run(
        folder, "ar", "rcs", "libplain.a", "a_name_longer_than_a_header.o", "exactly15letter.o");
    assertEquals(ALL, BothListings.compare(folder.resolve("libplain.a")));
  }

  @Tag("toolchain")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "clang --target=i386-linux-gnu",
        "clang --target=powerpc64-linux-gnu",
        "clang --target=x86_64-apple-darwin",
        "clang --target=x86_64-pc-windows-msvc",
        "clang --target=wasm32-unknown-unknown",
        "gcc -flto",
        "clang -flto"
      })
  void leavesOtherObjectsToOthers(String compiler) throws IOException {
    archive(compiler, "llvm-ar rcs");
    assertEquals(0, BothListings.compare(folder.resolve("libplain.a")));
  }

  @Tag("toolchain")
  @ParameterizedTest
  @ValueSource(strings = {"llvm-ar rcs --format=bsd", "llvm-ar rcsT", "ar rcsT"})
  void leavesOtherArchivesToOthers(String archiver) throws IOException {
    archive("gcc", archiver);
    assertEquals(0, BothListings.compare(folder.resolve("libplain.a")));
  }

  @Test
  void takesAnArchiveOfOneObject() throws IOException {
    assertEquals(ALL, compare(new ArchiveBytes().member("a.o/", plain().bytes()).bytes()));
  }

  @Test
  void leavesDamageToOthers() throws IOException {
    byte[] whole =
        new ArchiveBytes().member("a.o/", plain().bytes()).member("b.o/", plain().bytes()).bytes();
    assertEquals(ALL, compare(whole));
    assertEquals(0, compare(Arrays.copyOf(whole, whole.length - 2)));
    assertEquals(0, compare(Arrays.copyOf(whole, whole.length + 3)));
    assertEquals(0, compare(new byte[0]));
    assertEquals(0, compare(new ArchiveBytes().bytes()));
  }

  @Test
  void leavesOddHeadersToOthers() throws IOException {
    byte[] object = plain().bytes();
    String table = "one_name/\nanother_name/\n";
    assertEquals(
        ALL, compare(new ArchiveBytes().member("//", table).member("/10", object).bytes()));
    byte[] badEnd = new ArchiveBytes().member("a.o/", object).bytes();
    badEnd[8 + 58] = '?';
    assertEquals(0, compare(badEnd));
    assertEquals(
        0,
        compare(
            new ArchiveBytes()
                .member("//", table)
                .member("/10", object)
                .member("//", "third_name/\n")
                .member("/0", object)
                .bytes()));
    assertEquals(0, compare(new ArchiveBytes().member("//", table).member("/99", object).bytes()));
    assertEquals(0, compare(new ArchiveBytes().member("/0", object).bytes()));
    for (String name : List.of("a.o", "#1/4", "__.SYMDEF/", "/SYM64/", "a/b/", "/0x", "/1:2")) {
      assertEquals(0, compare(new ArchiveBytes().member(name, object).bytes()), name);
    }
    for (String size : List.of("", "-1", "1 2", "99999999999", "0x10")) {
      assertEquals(0, compare(new ArchiveBytes().header("a.o/", size).bytes()), size);
    }
  }

  @Test
  void leavesNamesThatOverlapToOthers() throws IOException {
    var members = new ArchiveBytes().member("//", "n".repeat(4000) + "/\n");
    byte[] object = plain().bytes();
    for (int i = 0; i < 40; i++) {
      members.member("/0", object);
    }
    assertEquals(0, compare(members.bytes()));
    var symbols = plain().symbol("n".repeat(4000), GLOBAL, FUNC, 1);
    int last = "\0function\0".length();
    for (int i = 0; i < 40; i++) {
      symbols.symbolNamedAt(last, GLOBAL << 4 | FUNC, 1);
    }
    assertEquals(0, compare(symbols));
  }

  /// The table begins before the object, but the part of it that has to be read does not.
  @Test
  void leavesATableBeforeTheObjectToOthers() throws IOException {
    var symbols = ElfBytes.x64().section(".text", 1, 6);
    for (int i = 0; i < 40; i++) {
      symbols.symbolNamedAt(0, FUNC, 1);
    }
    byte[] object = symbols.bytes();
    var fields = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) fields.getLong(0x28) + 3 * 64;
    int count = (int) (fields.getLong(header + 32) / 24);
    fields.putInt(header + 44, count); // all are local
    assertEquals(ALL, compare(new ArchiveBytes().member("a.o/", object).bytes()));
    fields.putLong(header + 24, fields.getLong(header + 24) - 24 * 10);
    assertTrue(fields.getLong(header + 24) < 0);
    assertEquals(0, compare(new ArchiveBytes().member("a.o/", object).bytes()));
  }

  /// Section 0 is none; here it says that it is the symbol table.
  @Test
  void leavesATableInSectionZeroToOthers() throws IOException {
    byte[] object = plain().withoutSymbolTable().bytes();
    var fields = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) fields.getLong(0x28);
    fields.putInt(header + 4, 2);
    fields.putLong(header + 24, 1L << 33);
    assertEquals(0, compare(new ArchiveBytes().member("a.o/", object).bytes()));
  }

  @Test
  void leavesRareSymbolsToOthers() throws IOException {
    int section = 99;
    assertEquals(0, compare(plain().symbol("in_no_section", GLOBAL, FUNC, section)));
    assertEquals(0, compare(plain().symbol("of_a_processor", GLOBAL, FUNC, 0xff02)));
    assertEquals(0, compare(plain().symbol("of_rare_type", GLOBAL, 13, 1)));
    assertEquals(0, compare(plain().symbol("of_rare_binding", 13, FUNC, 1)));
    assertEquals(0, compare(plain().symbol("__gnu_lto_slim", GLOBAL, 1, 0xfff2)));
    assertEquals(0, compare(plain().symbol("weak_and_common", 2, 1, 0xfff2)));
    assertEquals(0, compare(plain().symbol("indirect_and_common", GLOBAL, 10, 0xfff2)));
    assertEquals(0, compare(plain().symbolNamedAt(1 << 20, GLOBAL << 4, 1)));
    assertEquals(0, compare(plain().symbolsOf(25)));
    assertEquals(0, compare(plain().sectionHeadersOf(63)));
    assertEquals(0, compare(new ElfBytes(ByteOrder.BIG_ENDIAN, 62)));
  }

  private static ElfBytes plain() {
    return ElfBytes.x64().section(".text", 1, 6).symbol("function", GLOBAL, FUNC, 1);
  }

  private int compare(ElfBytes object) throws IOException {
    return compare(new ArchiveBytes().member("a.o/", object.bytes()).bytes());
  }

  private int compare(byte[] archive) throws IOException {
    var file = folder.resolve("libplain.a");
    Files.write(file, archive);
    return BothListings.compare(file);
  }

  private void archive(String compiler, String archiver) throws IOException {
    Files.writeString(folder.resolve("a.c"), Samples.ELF);
    Files.writeString(folder.resolve("b.c"), "int zeroed_too; int other(void) { return 1; }");
    Files.writeString(folder.resolve("empty.c"), "");
    for (var source : new String[] {"a", "b", "empty"}) {
      Tool.run(folder, (compiler + " -c " + source + ".c -o " + source + ".o").split(" "));
    }
    Tool.run(folder, (archiver + " libplain.a a.o b.o empty.o").split(" "));
  }
}
