package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.archive.ArchiveBytes;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.coff.CoffBytes;
import nib.engine.objectfile.elf.ElfBytes;
import nib.engine.oracle.Tool;
import nib.engine.symbols.SymbolLookup.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that differ from what `ar` makes of a few objects.
final class OddArchivesTest {

  @TempDir private Path folder;

  @Tag("toolchain")
  @Test
  void listsThinArchivesAsLlvmNmDoes() throws Exception {
    sources();
    Files.createDirectory(folder.resolve("deeper"));
    Files.copy(folder.resolve("a.o"), folder.resolve("deeper/a.o"));
    Tool.run(folder, "ar", "rcsT", "thin.a", "a.o", "b.o", "deeper/a.o");
    assertEquals(Tool.run(folder, "llvm-nm", "thin.a"), listing("thin.a"));
    assertEquals(List.of(), remarks("thin.a"));
  }

  /// GNU `ar` names the members of an archive in a thin one; LLVM's names the archive.
  @Tag("toolchain")
  @Test
  void looksIntoArchivesInThinArchivesWhereMembersAreNamed() throws Exception {
    sources();
    Tool.run(folder, "ar", "rcs", "inner.a", "a.o", "b.o");
    Tool.run(folder, "ar", "rcsT", "gnu.a", "inner.a");
    assertEquals(listing("inner.a"), listing("gnu.a"));
    Tool.run(folder, "ar", "rcsT", "thin.a", "a.o", "b.o");
    Tool.run(folder, "ar", "rcsT", "twice.a", "thin.a");
    assertEquals(listing("inner.a"), listing("twice.a"));
    Tool.assume("llvm-ar-19"); // older ones write what GNU ar does
    Tool.run(folder, "llvm-ar-19", "rcs", "--thin", "llvm.a", "inner.a", "b.o");
    assertEquals(List.of("llvm.a(inner.a) is not listed: archive"), remarks("llvm.a"));
  }

  @Tag("toolchain")
  @Test
  void saysWhatMembersAreThatAreNoObjects() throws Exception {
    sources();
    Tool.run(folder, "ar", "rcs", "inner.a", "a.o");
    Files.move(folder.resolve("inner.a"), folder.resolve("inner.o"));
    Files.writeString(folder.resolve("tiny"), "x");
    Files.write(folder.resolve("nothing"), new byte[0]);
    Files.write(folder.resolve("one"), new byte[] {1});
    Tool.run(folder, "ar", "rcs", "l.a", "inner.o", "tiny", "nothing", "one", "b.o");
    assertEquals(Tool.run(folder, "llvm-nm", "l.a"), listing("l.a"));
    assertEquals(
        List.of(
            "l.a(inner.o) is not listed: archive",
            "l.a(tiny) is not listed: text",
            "l.a(nothing) is not listed: empty",
            "l.a(one) is not listed: not an object file"),
        remarks("l.a"));
  }

  @Test
  void listsNothingOfAnArchiveWithoutMembers() throws Exception {
    Files.write(folder.resolve("empty.a"), new ArchiveBytes().bytes());
    assertEquals("", listing("empty.a"));
    Files.write(folder.resolve("table.a"), new ArchiveBytes().member("/", "\0\0\0\0").bytes());
    assertEquals("", listing("table.a"));
    assertEquals(
        List.of(new Answer.NotDefined("f")),
        SymbolLookup.find(folder.resolve("table.a"), List.of("f")).answers());
  }

  /// The member in front is a hole: files may have those, and no byte of it is read.
  @Test
  void findsMembersBeyondFourGibibytes() throws Exception {
    long hole = 4_400L << 20;
    long offset = 8 + 60 + 8 + 8 + 2 + 60 + hole;
    var index = ByteBuffer.allocate(18).putLong(1).putLong(offset).put((byte) 'f').put((byte) 0);
    var front =
        new ArchiveBytes()
            .member("/SYM64/", index.array())
            .header("hole.bin/", String.valueOf(hole))
            .bytes();
    var path = folder.resolve("large.a");
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(front);
      file.seek(offset);
      byte[] member = new ArchiveBytes().member("far.o/", object("f")).bytes();
      file.write(member, 8, member.length - 8);
    }
    var library = LibraryReader.read(path);
    assertEquals(
        List.of("hole.bin", "far.o"), library.members().stream().map(Member::name).toList());
    assertEquals(hole, library.members().getFirst().size());
    assertEquals(offset, library.members().getLast().offset());
    assertEquals("\nfar.o:\n0000000000000010 T f\n", listing("large.a"));
    var answer = SymbolLookup.find(path, List.of("f")).answers().getFirst();
    assertEquals(offset, assertInstanceOf(Answer.Defined.class, answer).member().offset());
  }

  @Test
  void readsAHundredThousandMembers() throws Exception {
    var archive = new ArchiveBytes();
    for (int i = 0; i < 100_000; i++) {
      archive.member("k.dll/", CoffBytes.shortImport(0x8664, 0, "f" + i));
    }
    Files.write(folder.resolve("many.lib"), archive.bytes());
    assertEquals(200_000, listing("many.lib").lines().filter(line -> line.contains("T ")).count());
  }

  /// Nobody is told to believe the fields that tell of the file the member was made of.
  @Test
  void readsMembersWhateverTheirOtherFieldsSay() throws Exception {
    byte[] object = object("f");
    var archive = new ArchiveBytes();
    for (String name : List.of("a.o", "b.o/")) {
      for (String fields :
          List.of(
              " ".repeat(32),
              "-1          1234567654321100644  ",
              "later       me    us    rw  ")) {
        var header = "%-16s%-32.32s%-10s`\n".formatted(name, fields, object.length);
        archive.raw(header).raw(new String(object, StandardCharsets.ISO_8859_1));
      }
    }
    Files.write(folder.resolve("l.a"), archive.bytes());
    var library = LibraryReader.read(folder.resolve("l.a"));
    assertEquals(
        List.of("a.o", "a.o", "a.o", "b.o", "b.o", "b.o"),
        library.members().stream().map(Member::name).toList());
    for (var member : library.members()) {
      assertEquals(1, assertInstanceOf(Member.Read.class, member).object().symbols().size());
    }
  }

  @Test
  void namesTheArchivesOfAix() throws IOException {
    var path =
        Files.write(
            folder.resolve("aix.a"), "<bigaf>\n0".repeat(20).getBytes(StandardCharsets.US_ASCII));
    var failure = assertThrows(FailureException.class, () -> LibraryReader.read(path)).failure();
    assertTrue(failure.what().endsWith("aix.a is an AIX archive, which is not read"));
    assertTrue(failure.cure().startsWith("list it with `llvm-nm -X32_64 "));
  }

  @Tag("toolchain")
  @Test
  void listsGoPackagesForWhatTheyAre() throws Exception {
    var archive =
        new ArchiveBytes()
            .member("__.PKGDEF", "go object linux amd64 go1.19.8\nbuild id \"\"\n\n\n$$B\nu")
            .member("_go_.o", "go object linux amd64 go1.19.8\n\n!\n\0go119ld")
            .member("asm.o/", object("f"));
    Files.write(folder.resolve("fmt.a"), archive.bytes());
    assertEquals("\nasm.o:\n0000000000000010 T f\n", listing("fmt.a"));
    assertEquals(
        List.of(
            "fmt.a(__.PKGDEF) is not listed: Go export data",
            "fmt.a(_go_.o) is not listed: Go object"),
        remarks("fmt.a"));
  }

  @Tag("toolchain")
  @Test
  void listsRustLibrariesWithTheirMetadata() throws Exception {
    Tool.assume("rustc");
    Files.writeString(folder.resolve("r.rs"), "pub fn f(x: u8) -> u8 { x + 1 }\n");
    Tool.run(folder, "rustc", "--crate-type=rlib", "-Copt-level=0", "r.rs");
    var members = LibraryReader.read(folder.resolve("libr.rlib")).members();
    assertTrue(members.stream().anyMatch(one -> one.name().equals("lib.rmeta")), members::toString);
    var expected = Tool.run(folder, "llvm-nm", "--no-llvm-bc", "libr.rlib");
    assertEquals(withoutBlankLines(expected), withoutBlankLines(listing("libr.rlib")));
    var old = new ArchiveBytes().member("lib.rmeta/", "rust\0\0\0\5 and so on").bytes();
    Files.write(folder.resolve("old.rlib"), old);
    assertEquals(List.of("old.rlib(lib.rmeta) is not listed: Rust metadata"), remarks("old.rlib"));
  }

  /// Two linker members, the first of which is the index; members that all have the DLL's name.
  @Tag("toolchain")
  @Test
  void readsWhatMicrosoftsLibrarianWrites() throws Exception {
    sources();
    for (String source : List.of("a", "b")) {
      Tool.run(
          folder, "clang", "--target=x86_64-pc-windows-msvc", "-c", source + ".c", "-o", source);
    }
    Tool.run(folder, "llvm-lib", "/out:l.lib", "a", "b");
    assertEquals(Tool.run(folder, "llvm-nm", "l.lib"), listing("l.lib"));
    assertEquals(List.of("h b", "g a"), definers("l.lib", "h", "g"));
    Files.writeString(folder.resolve("k.def"), "LIBRARY k.dll\nEXPORTS\nf\ng\nd DATA\n");
    Tool.run(folder, "llvm-dlltool", "-m", "i386:x86-64", "-d", "k.def", "-l", "k.lib");
    assertEquals(List.of("g k.dll", "__imp_d k.dll"), definers("k.lib", "g", "__imp_d"));
  }

  @Tag("toolchain")
  @Test
  void listsImportLibrariesOfGnu() throws Exception {
    Tool.assume("x86_64-w64-mingw32-dlltool");
    Files.writeString(folder.resolve("k.def"), "LIBRARY k.dll\nEXPORTS\nadd_one\nvariable DATA\n");
    Tool.run(folder, "x86_64-w64-mingw32-dlltool", "-d", "k.def", "-l", "k.a");
    assertEquals(Tool.run(folder, "llvm-nm", "k.a"), listing("k.a"));
  }

  @Tag("toolchain")
  @Test
  void listsFatObjectsByTheirMachineCode() throws Exception {
    Files.writeString(folder.resolve("a.c"), "int f(int x) { return x; } int g;\n");
    Tool.run(folder, "gcc", "-flto", "-ffat-lto-objects", "-c", "a.c");
    assertEquals(Tool.run(folder, "llvm-nm", "a.o"), listing("a.o"));
    assertEquals(List.of(), remarks("a.o"));
  }

  /// Names are bytes, paths are not: a name that no file can have is one member's trouble.
  @Test
  void saysWhichMembersOfAThinArchiveCannotBeFiles() throws Exception {
    var thin =
        ArchiveBytes.thin()
            .member("//", "\0a.o/\n")
            .header("b\0c.o/", "5")
            .header("\u00ff.o/", "5")
            .header("./", "5")
            .header("far.o/", "5");
    var library = LibraryReader.read(Files.write(folder.resolve("thin.a"), thin.bytes()));
    var troubles =
        library.members().stream()
            .map(one -> assertInstanceOf(Member.Unreadable.class, one).what())
            .map(what -> what.replace(folder.toAbsolutePath() + "/", ""))
            .toList();
    assertEquals(4, troubles.size());
    assertTrue(troubles.getFirst().startsWith("its name is none of a file: "), troubles::toString);
    assertTrue(troubles.get(1).startsWith("its name is none of a file: "), troubles::toString);
    assertTrue(troubles.get(2).endsWith(" is no file"), troubles::toString);
    assertEquals("its file far.o is not there", troubles.getLast());
  }

  private void sources() throws IOException {
    Files.writeString(folder.resolve("a.c"), "int f(void) { return 1; } int g; static int own;\n");
    Files.writeString(folder.resolve("b.c"), "int f(void); int h(void) { return f(); }\n");
    Tool.run(folder, "gcc", "-c", "a.c", "b.c");
  }

  private static byte[] object(String function) {
    return ElfBytes.x64().section(".text", 1, 6).symbol(function, 1, 2, 4).bytes();
  }

  private String listing(String file) throws IOException, FailureException {
    var out = new ByteArrayOutputStream();
    try (var library = OpenLibrary.open(folder.resolve(file))) {
      new NmPrinter(out, NmPrinter.Style.PLAIN).print(library, _ -> {});
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /// Who defines names, found through the index without a remark.
  private List<String> definers(String file, String... names) throws FailureException {
    var result = SymbolLookup.find(folder.resolve(file), List.of(names));
    assertEquals(List.of(), result.remarks());
    return result.answers().stream()
        .map(one -> assertInstanceOf(Answer.Defined.class, one))
        .map(one -> one.name() + " " + one.member().name())
        .toList();
  }

  private List<String> remarks(String file) throws IOException, FailureException {
    try (var library = OpenLibrary.open(folder.resolve(file))) {
      var members = new ArrayList<Member>();
      new NmPrinter(OutputStream.nullOutputStream(), NmPrinter.Style.PLAIN)
          .print(library, members::add);
      return NmPrinter.remarks(library, members);
    }
  }

  private static String withoutBlankLines(String text) {
    return text.replaceAll("(?m)^\\n", "");
  }
}
