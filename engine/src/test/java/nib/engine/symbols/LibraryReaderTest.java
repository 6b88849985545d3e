package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nib.engine.archive.ArchiveBytes;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.elf.ElfBytes;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryReaderTest {

  @TempDir private Path folder;

  @Test
  void readsEveryMemberByItself() throws Exception {
    var archive =
        new ArchiveBytes()
            .member("good.o/", object("good"))
            .member("bad.o/", ElfBytes.x64().sectionHeadersOf(40).bytes())
            .member("notes.txt/", "just some text")
            .member("last.o/", object("last"));
    var library = LibraryReader.read(write("libsome.a", archive.bytes()));
    assertEquals(Library.Kind.ARCHIVE, library.kind());
    assertEquals(Optional.empty(), library.damage());
    assertEquals(List.of("good"), symbols(library.members().getFirst()));
    var bad = assertInstanceOf(Member.Unreadable.class, library.members().get(1));
    assertEquals("section headers of 40 bytes instead of 64", bad.what());
    assertEquals(bad.offset() + 60 + 0x3a, bad.at());
    var notes = assertInstanceOf(Member.Unopened.class, library.members().get(2));
    assertEquals(ObjectFormat.TEXT, notes.format());
    assertEquals(14, notes.size());
    assertEquals(List.of("last"), symbols(library.members().getLast()));
    assertEquals("libsome.a(last.o)", library.nameOf(library.members().getLast()));
  }

  @Test
  void keepsTheMembersBeforeTheDamage() throws Exception {
    var bytes =
        new ArchiveBytes().member("a.o/", object("a")).header("b.o/", "100").raw("short").bytes();
    var library = LibraryReader.read(write("cut.a", bytes));
    assertEquals(List.of("a"), symbols(library.members().getFirst()));
    assertEquals(
        Optional.of(new Library.Damage(bytes.length - 5, "100 bytes wanted, 5 left")),
        library.damage());
  }

  @Test
  void readsALoneObjectFile() throws Exception {
    var library = LibraryReader.read(write("lone.o", object("f")));
    assertEquals(Library.Kind.OBJECT_FILE, library.kind());
    assertEquals("lone.o", library.nameOf(library.members().getFirst()));
    assertEquals(0, library.members().getFirst().offset());
    assertEquals(List.of("f"), symbols(library.members().getFirst()));
  }

  @Test
  void listsALoneObjectOfAnotherFormat() throws Exception {
    var library = LibraryReader.read(write("module.o", ascii("\1\u00f7" + "\0".repeat(30))));
    var member = assertInstanceOf(Member.Unopened.class, library.members().getFirst());
    assertEquals(ObjectFormat.XCOFF, member.format());
  }

  @Test
  void saysWhyThereIsNothingToRead() throws Exception {
    fails(folder.resolve("none.a"), "there is no file ", "build the archive first");
    fails(folder.resolve("n\ufffd.a"), "there is no file ", "name a link to it");
    fails(folder, " is a folder", "name an archive");
    fails(write("empty.a", new byte[0]), "empty.a is empty", "build it again");
    fails(Path.of("/dev/null"), "/dev/null is a device or a pipe", "name an archive");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws Exception {
    var path = write("secret.a", object("f"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(path), "left out: this user may read everything");
    fails(path, "may not be read by you", "chmod +r secret.a");
  }

  @Test
  void saysThatAFolderMayNotBeEntered() throws Exception {
    var closed = Files.createDirectory(folder.resolve("closed"));
    var path = Files.createFile(closed.resolve("secret.a"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
    try {
      assumeFalse(Files.exists(path), "left out: this user may enter everything");
      fails(path, closed + " may not be entered by you", "chmod +x " + closed);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void saysWhatAFileIsInsteadOfALibrary() throws Exception {
    fails(
        write("libm.a", ascii("/* GNU ld script */\nGROUP ( /lib/libm-2.a\n /lib/libmvec.a )\n")),
        "is a linker script",
        "name one of those: /lib/libm-2.a /lib/libmvec.a");
    fails(
        write("libc.so", ascii("GROUP ( /lib/libc.so.6 AS_NEEDED ( /lib/ld.so ) )\n")),
        "is a linker script",
        "name the static archive (.a)");
    fails(write("notes.a", ascii("Some notes\n")), "is a text file", "name a static archive");
    fails(write("some.zip", ascii("PK\u0003\u0004\0\0\0\0\0")), "is compressed", "unpack it");
    fails(write("some.exe", ascii("MZ\u0090\0\3\0\0\0\4")), "is a Windows program or DLL", "name");
    fails(write("random", ascii("\1\2\3\4\5\6\7\u0008\u0009")), "neither an archive nor", "name");
    fails(
        write("p.deb", new ArchiveBytes().member("debian-binary", "2.0\n").bytes()),
        "is a Debian package",
        "dpkg -x p.deb FOLDER");
  }

  @Tag("toolchain")
  @Test
  void tellsProgramsAndSharedLibrariesFromStaticOnes() throws Exception {
    Files.writeString(folder.resolve("p.c"), "int main(void) { return 0; }\n");
    Tool.run(folder, "gcc", "-no-pie", "-o", "program", "p.c");
    Tool.run(folder, "gcc", "-shared", "-fPIC", "-o", "libp.so", "p.c");
    fails(folder.resolve("program"), "is a program, not a static library", "name the static");
    fails(folder.resolve("libp.so"), "is a shared library or a program", "name the static");
  }

  @Tag("toolchain")
  @Test
  void answersManyThreadsAlike() throws Exception {
    var path = Tool.compilerLibrary("libc.a");
    var expected = LibraryReader.read(path);
    assertTrue(expected.members().size() > 1000);
    IntStream.range(0, 8)
        .parallel()
        .forEach(_ -> {
          try {
            assertEquals(expected, LibraryReader.read(path));
          } catch (FailureException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static List<String> symbols(Member member) {
    return assertInstanceOf(Member.Read.class, member).object().symbols().stream()
        .map(Symbol::name)
        .toList();
  }

  private static byte[] object(String function) {
    return ElfBytes.x64().section(".text", 1, 6).symbol(function, 1, 2, 4).bytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void fails(Path path, String what, String cure) {
    var failure = assertThrows(FailureException.class, () -> LibraryReader.read(path)).failure();
    assertTrue(failure.what().contains(what), failure::toString);
    assertTrue(failure.cure().contains(cure), failure::toString);
  }
}
