package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NameSetTest {

  @Test
  void findsItsNamesAmongOthersAndNoOthers() {
    var random = new Random(7);
    var names = new ArrayList<String>();
    for (int i = 0; i < 3_000; i++) {
      // Few letters and a common start, as mangled names have them.
      var name = new StringBuilder("_ZN4");
      for (int length = random.nextInt(12); length > 0; length--) {
        name.append((char) ('a' + random.nextInt(3)));
      }
      names.add(name.toString());
    }
    names.add("");
    names.add("größe");
    var distinct = List.copyOf(new LinkedHashSet<>(names));
    var wanted = distinct.stream().filter(name -> name.hashCode() % 3 == 0).toList();
    var set = new NameSet(wanted);
    for (String name : distinct) {
      byte[] bytes = RawText.encode("??" + name + "!");
      assertEquals(wanted.indexOf(name), set.find(bytes, 2, bytes.length - 3), name);
    }
  }

  @Test
  void countsANameThatIsGivenTwiceOnce() {
    var set = new NameSet(List.of("one", "two", "one"));
    assertEquals(2, set.size());
    assertEquals("two", set.name(1));
  }
}
