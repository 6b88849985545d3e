package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nib.app.editor.Finder.Answer;
import nib.app.editor.Finder.Query;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class FinderTest {

  private static final String TEXT = "Find find finder\nfind.\n";

  @Test
  void findsTextAsItIs() throws InterruptedException {
    assertEquals(List.of(0, 5, 10, 17), found(new Query("find", false, false, false)));
    assertEquals(List.of(5, 10, 17), found(new Query("find", true, false, false)));
    assertEquals(List.of(5, 17), found(new Query("find", true, true, false)));
    assertEquals(List.of(17), found(new Query("find.", true, false, false)));
  }

  @Test
  void findsByExpression() throws InterruptedException {
    assertEquals(List.of(0, 17), found(new Query("^find", false, false, true)));
    assertEquals(List.of(0, 5), found(new Query("find(?= )", false, false, true)));
    assertEquals(List.of(10), found(new Query("r|finder", false, true, true)));
    assertEquals(List.of(), found(new Query("x*", false, false, true)), "nothing is no match");
  }

  @Test
  void replacesWithGroups() throws InterruptedException {
    assertEquals(
        "find-Find finder\nfind.\n",
        replaced(new Query("(Find) (find)", true, false, true), "$2-$1"));
    assertEquals("$1 $1 $1er\n$1.\n", replaced(new Query("find", false, false, false), "$1"));
  }

  @Test
  void saysWhatIsWrong() throws InterruptedException {
    assertEquals(
        new Answer.Wrong("not a regular expression: unclosed group at character 6"),
        Finder.find(TEXT, new Query("(find", true, false, true)));
    var wrong = Finder.replace(TEXT, new Query("find", true, false, true), "$7", all());
    assertTrue(assertInstanceOf(Answer.Wrong.class, wrong).why().startsWith("not a replacement: "));
  }

  @Test
  void givesUpOnExpressionsWithoutEnd() throws InterruptedException {
    assertEquals(
        new Answer.Wrong("this expression takes too long on this text"),
        Finder.find("a".repeat(5_000), new Query("(.*)(.*)(.*)(.*)(.*)c", true, false, true)));
    assertEquals(
        new Answer.Wrong("this expression repeats too often on this text"),
        Finder.find("ab".repeat(200_000), new Query("(a|b)*c", true, false, true)));
  }

  private static Span all() {
    return new Span(0, TEXT.length());
  }

  private static List<Integer> found(Query query) throws InterruptedException {
    return assertInstanceOf(Answer.Found.class, Finder.find(TEXT, query)).matches().stream()
        .map(Span::start)
        .toList();
  }

  private static String replaced(Query query, String by) throws InterruptedException {
    var edits =
        assertInstanceOf(Answer.Replaced.class, Finder.replace(TEXT, query, by, all())).edits();
    return Change.of(TEXT, edits, 0, 0).applied(TEXT);
  }
}
