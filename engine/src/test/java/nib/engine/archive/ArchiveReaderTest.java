package nib.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nib.engine.archive.ArchiveIndex.Dialect;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import org.junit.jupiter.api.Test;

final class ArchiveReaderTest {

  @Test
  void readsMembersWithTheirPlaces() throws MalformedFileException {
    var archive = read(new ArchiveBytes().member("a.o/", "odd").member("b c.o/", "even"));
    assertEquals(List.of("a.o", "b c.o"), names(archive));
    assertEquals(List.of(8L, 72L), archive.members().stream().map(ArchiveMember::offset).toList());
    assertEquals("even", text(archive.members().getLast()));
    assertEquals(132, archive.members().getLast().content().base());
    assertEquals(Optional.empty(), archive.damage());
  }

  @Test
  void readsAnArchiveWithoutMembers() throws MalformedFileException {
    assertEquals(List.of(), names(read(new ArchiveBytes())));
  }

  @Test
  void resolvesLongNamesOfGnuAndMicrosoft() throws MalformedFileException {
    var gnu =
        new ArchiveBytes()
            .member("//", "a_long_name_of_a_member.o/\nanother_long_name_here.o/\n")
            .member("/0", "x")
            .member("/27", "y");
    assertEquals(
        List.of("a_long_name_of_a_member.o", "another_long_name_here.o"), names(read(gnu)));
    var microsoft = new ArchiveBytes().member("//", "a_long_name.obj\0").member("/0", "x");
    assertEquals(List.of("a_long_name.obj"), names(read(microsoft)));
  }

  @Test
  void looksPastTheSlashThatGnuArLeavesBehind() throws MalformedFileException {
    var archive =
        new ArchiveBytes().member("//", "fifteen_chars.o/\n").member("/0             /", "x");
    assertEquals(List.of("fifteen_chars.o"), names(read(archive)));
  }

  @Test
  void takesNamesOfBsdOutOfTheContent() throws MalformedFileException {
    var archive =
        read(new ArchiveBytes().member("#1/12", "long.o\0\0\0\0\0\0data").member("s.o", "x"));
    assertEquals(List.of("long.o", "s.o"), names(archive));
    assertEquals("data", text(archive.members().getFirst()));
    assertEquals(4, archive.members().getFirst().size());
  }

  @Test
  void leavesOutTheArchivesOwnTables() throws MalformedFileException {
    var archive =
        new ArchiveBytes()
            .member("/", "\0\0\0\0")
            .member("/SYM64/", "\0\0\0\0\0\0\0\0")
            .member("__.SYMDEF", "")
            .member("#1/20", "__.SYMDEF SORTED\0\0\0\0table")
            .member("//", "")
            .member("/<ECSYMBOLS>/", "\0\0\0\0")
            .member("/<HYBRIDMAP>/", "")
            .member("/<XFGHASHMAP>/", "")
            .member("a.o/", "x");
    assertEquals(List.of("a.o"), names(read(archive)));
  }

  @Test
  void takesTheIndexOfEveryDialect() throws MalformedFileException {
    for (var name :
        List.of("__.SYMDEF", "__.SYMDEF SORTED", "__.SYMDEF_64", "__.SYMDEF_64 SORTED")) {
      var index =
          read(new ArchiveBytes()
                  .member("#1/20", "%-20s".formatted(name).replace(' ', '\0') + "table!")
                  .member("a.o/", "x"))
              .index()
              .orElseThrow();
      assertEquals(Dialect.BSD, index.dialect());
      assertEquals(name.contains("_64"), index.wide());
      assertEquals(6, index.table().size());
    }
    var gnu = read(new ArchiveBytes().member("/SYM64/", "words").member("/", "second"));
    assertTrue(gnu.index().orElseThrow().wide());
    assertFalse(gnu.index().orElseThrow().partial());
    var two = read(new ArchiveBytes().member("/", "words").member("/<ECSYMBOLS>/", "more"));
    assertTrue(two.index().orElseThrow().partial());
    assertEquals(5, two.index().orElseThrow().table().size());
  }

  @Test
  void tellsMembersOfOneNameApartByOffset() throws MalformedFileException {
    var archive = read(new ArchiveBytes().member("a.o/", "11").member("a.o/", "22"));
    assertEquals(List.of("a.o", "a.o"), names(archive));
    assertEquals(2, archive.members().stream().map(ArchiveMember::offset).distinct().count());
  }

  @Test
  void listsAThinArchiveWithoutItsContents() throws MalformedFileException {
    var thin =
        ArchiveBytes.thin()
            .member("//", "objects/a_long_name.o/\n")
            .header("/0", "5000")
            .header("b.o/", "4711");
    var archive = read(thin);
    assertTrue(archive.thin());
    assertEquals(List.of("objects/a_long_name.o", "b.o"), names(archive));
    assertEquals(5000, archive.members().getFirst().size());
    assertEquals(0, archive.members().getFirst().content().size());
  }

  @Test
  void doesWithoutThePaddingOfTheLastMember() throws MalformedFileException {
    var archive = read(new ArchiveBytes().header("a.o/", "3").raw("odd"));
    assertEquals("odd", text(archive.members().getFirst()));
    assertEquals(Optional.empty(), archive.damage());
  }

  @Test
  void saysWhereAMemberIsCutShort() throws MalformedFileException {
    damaged(
        "at 0x44: 100 bytes wanted, 9 left",
        new ArchiveBytes().header("a.o/", "100").raw("too short"));
    damaged(
        "at 0x82: 100 bytes wanted, 9 left",
        new ArchiveBytes().member("a.o/", "x").header("b.o/", "100").raw("too short"),
        "a.o");
  }

  @Test
  void saysWhereAHeaderIsCutShort() throws MalformedFileException {
    damaged(
        "at 0x46: 60 bytes wanted, 7 left",
        new ArchiveBytes().member("a.o/", "x").raw("b.o/   "),
        "a.o");
  }

  @Test
  void refusesAHeaderWithoutItsEnd() throws MalformedFileException {
    damaged(
        "at 0x80: a member's header ends here with other bytes than \"`\\n\"",
        new ArchiveBytes().member("a.o/", "x").raw(" ".repeat(58) + "??").raw("rest"),
        "a.o");
  }

  @Test
  void refusesSizesThatAreNoNumbers() throws MalformedFileException {
    damaged(
        "at 0x38: `12x` where a decimal number belongs", new ArchiveBytes().header("a.o/", "12x"));
    damaged(
        "at 0x38: `-1` where a decimal number belongs", new ArchiveBytes().header("a.o/", "-1"));
    damaged("at 0x38: `` where a decimal number belongs", new ArchiveBytes().header("a.o/", ""));
    damaged(
        "at 0x44: 9999999999 bytes wanted, 0 left",
        new ArchiveBytes().header("a.o/", "9999999999"));
  }

  @Test
  void refusesLongNamesThatAreNotThere() throws MalformedFileException {
    damaged(
        "at 0x8: the name `/0` and no table of long names", new ArchiveBytes().member("/0", "x"));
    damaged(
        "at 0x48: the name `/9` and only 4 bytes of long names",
        new ArchiveBytes().member("//", "abc\n").member("/9", "x"));
    damaged(
        "at 0x44: a long name without an end",
        new ArchiveBytes().member("//", "abcd").member("/0", "x"));
    damaged("at 0x9: `x` where a decimal number belongs", new ArchiveBytes().member("/x", "y"));
  }

  @Test
  void readsNoMoreOutOfSharedNamesThanIsHonest() throws MalformedFileException {
    var bytes = new ArchiveBytes().member("//", "n".repeat(4000) + "/\n");
    for (int i = 0; i < 100; i++) {
      bytes.member("/0", "x");
    }
    var archive = read(bytes);
    assertTrue(archive.members().size() < 20);
    assertEquals(
        Optional.of("names that overlap more than any archiver's do"),
        archive.damage().map(MalformedFileException::what));
  }

  @Test
  void refusesBsdNamesLongerThanTheMember() throws MalformedFileException {
    damaged("at 0x44: 20 bytes wanted, 2 left", new ArchiveBytes().member("#1/20", "ab"));
    damaged("at 0xb: a name of 99999 bytes", new ArchiveBytes().member("#1/99999", "ab"));
  }

  @Test
  void refusesWhatIsNoArchive() {
    var thrown =
        assertThrows(
            MalformedFileException.class, () -> ArchiveReader.read(ByteView.of(new byte[100])));
    assertEquals("at 0x0: not an archive", thrown.getMessage());
  }

  private static Archive read(ArchiveBytes bytes) throws MalformedFileException {
    return ArchiveReader.read(bytes.view());
  }

  private static void damaged(String message, ArchiveBytes bytes, String... before)
      throws MalformedFileException {
    var archive = read(bytes);
    assertEquals(Optional.of(message), archive.damage().map(MalformedFileException::getMessage));
    assertEquals(List.of(before), names(archive));
  }

  private static List<String> names(Archive archive) {
    return archive.members().stream().map(ArchiveMember::name).toList();
  }

  private static String text(ArchiveMember member) throws MalformedFileException {
    var content = member.content();
    return new String(content.copy(0, (int) content.size()), StandardCharsets.ISO_8859_1);
  }
}
