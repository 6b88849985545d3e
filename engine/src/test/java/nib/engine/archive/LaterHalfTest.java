package nib.engine.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import org.junit.jupiter.api.Test;

/// Archives so large that their later half is read in a thread of its own, from where the index
/// says that a member begins.
final class LaterHalfTest {

  /// What stands behind the index: a long name, a member as large as it takes, more members.
  private static byte[] archive(int middle, byte[] large, byte[] behind) {
    var index = new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 'f', 0};
    for (int i = 0; i < 4; i++) {
      index[4 + i] = (byte) (middle >>> (24 - 8 * i));
    }
    var start = new ArchiveBytes().member("/", index).member("//", "first_long_name.o/\n");
    var all = start.member("/0", "x").member("large.o/", large).bytes();
    var joined = Arrays.copyOf(all, all.length + behind.length);
    System.arraycopy(behind, 0, joined, all.length, behind.length);
    return joined;
  }

  private static byte[] large() {
    return new byte[(int) ArchiveReader.WORTH_A_THREAD];
  }

  private static byte[] members(ArchiveBytes members) {
    byte[] bytes = members.bytes();
    return Arrays.copyOfRange(bytes, 8, bytes.length);
  }

  private static final byte[] TWO =
      members(new ArchiveBytes().member("/0", "y").member("last.o/", "z"));

  @Test
  void joinsTheHalves() throws MalformedFileException {
    int middle = archive(0, large(), new byte[0]).length;
    var archive = read(archive(middle, large(), TWO));
    assertEquals(
        List.of("first_long_name.o", "large.o", "first_long_name.o", "last.o"), names(archive));
    assertEquals(middle, archive.members().get(2).offset());
    assertTrue(archive.damage().isEmpty());
  }

  @Test
  void doesNotBelieveAnIndexThatLeadsIntoAMember() throws MalformedFileException {
    byte[] large = large();
    byte[] fake = members(new ArchiveBytes().member("fake.o/", "not there"));
    System.arraycopy(fake, 0, large, 1_000, fake.length);
    int inside = archive(0, large, new byte[0]).length - large.length + 1_000;
    var archive = read(archive(inside, large, TWO));
    assertEquals(
        List.of("first_long_name.o", "large.o", "first_long_name.o", "last.o"), names(archive));
  }

  @Test
  void takesTheNamesThatStandBefore() throws MalformedFileException {
    var behind =
        members(
            new ArchiveBytes()
                .member("//", "other_long_names.o/\n")
                .member("/0", "y")
                .member("last.o/", "z"));
    int second = archive(0, large(), new byte[0]).length + 60 + 20;
    assertEquals(
        List.of("first_long_name.o", "large.o", "other_long_names.o", "last.o"),
        names(read(archive(second, large(), behind))));
  }

  @Test
  void saysWhereTheLaterHalfIsDamaged() throws MalformedFileException {
    int middle = archive(0, large(), new byte[0]).length;
    var cut = Arrays.copyOf(TWO, TWO.length - 60);
    var archive = read(archive(middle, large(), cut));
    assertEquals(List.of("first_long_name.o", "large.o", "first_long_name.o"), names(archive));
    assertEquals(middle + 62, archive.damage().orElseThrow().offset());
  }

  private static Archive read(byte[] bytes) throws MalformedFileException {
    return ArchiveReader.read(ByteView.at(0, bytes));
  }

  private static List<String> names(Archive archive) {
    var names = new ArrayList<String>();
    archive.members().forEach(member -> names.add(member.name()));
    return names;
  }
}
