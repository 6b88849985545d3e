package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Function;
import nib.app.editor.EditHistory.Selected;
import org.junit.jupiter.api.Test;

/// `^` is the caret in these texts, `@` the other end of the selection.
final class IndenterTest {

  @Test
  void keepsTheIndent() {
    enters("f = {\n  a^\n}", "f = {\n  a\n  ^\n}");
    enters("  ^a", "  \n  ^a");
    enters(" ^ a", " \n ^ a");
    enters("^  a", "\n^  a");
  }

  @Test
  void indentsBehindAnOpeningBracket() {
    enters("f = \\() none {^", "f = \\() none {\n  ^");
    enters("  f(^x", "  f(\n    ^x");
    enters("a {   ^", "a {   \n  ^");
  }

  @Test
  void givesAClosingBracketItsOwnLine() {
    enters("f = {^}", "f = {\n  ^\n}");
    enters("  [ ^ ]", "  [ \n    ^\n  ]");
  }

  @Test
  void takesBracketsInStringsAndCommentsForText() {
    enters("# a {^", "# a {\n^");
    enters("  a = \"{^\"", "  a = \"{\n^\"");
  }

  @Test
  void replacesWhatIsSelected() {
    enters("  ab@cd^ef", "  ab\n  ^ef");
  }

  @Test
  void standsClosingBracketsUnderTheLineThatOpened() {
    closes("f = {\n  a\n  ^", "}", "f = {\n  a\n}^");
    closes("  f(\n    g(\n      a\n      ^", ")", "  f(\n    g(\n      a\n    )^");
    closes("f = {\n^", "}", "typed like anything else");
    closes("f = { a ^", "}", "typed like anything else");
    closes("a = \"{\n  ^", "}", "typed like anything else");
  }

  @Test
  void indentsAndOutdentsLines() {
    becomes(Indenter::indent, "a^b", "a ^b");
    becomes(Indenter::indent, "ab^", "ab  ^");
    becomes(Indenter::indent, "@a\n\nb\n^c", "@  a\n\n  b\n^c");
    becomes(Indenter::outdent, "    a^", "  a^");
    becomes(Indenter::outdent, " @a\n\tb\nc^", "@a\nb\nc^");
    becomes(Indenter::indent, "@a\n\"b\nc\"\nd^", "@  a\n  \"b\nc\"\n  d^");
  }

  @Test
  void makesCommentsAndTextAgain() {
    becomes(Indenter::comment, "  a^", "  # a^");
    becomes(Indenter::comment, "  # a^", "  a^");
    becomes(Indenter::comment, "@  a\n\n    b^", "@  # a\n\n  #   b^");
    becomes(Indenter::comment, "@  # a\n\n  #   b^", "@  a\n\n    b^");
    becomes(Indenter::comment, "@#a\nb^", "@# #a\n# b^");
  }

  @Test
  void movesLinesAndCopiesThem() {
    moves(LineMover::up, "a\nb^\nc", "b^\na\nc");
    moves(LineMover::down, "a@\nb^\nc", "c\na@\nb^");
    moves(LineMover::down, "a\nb^\n", "a\n\nb^");
    moves(LineMover::up, "a^\nb", "stays");
    moves(LineMover::down, "a\nb^", "stays");
    moves(mover -> Optional.of(mover.copied()), "a^b\nc", "ab\na^b\nc");
  }

  private static void enters(String before, String after) {
    becomes(Indenter::enter, before, after);
  }

  private static void closes(String before, String bracket, String after) {
    var text = new Marked(before);
    assertEquals(
        after, text.indenter().close(bracket).map(text::after).orElse("typed like anything else"));
  }

  private static void moves(
      Function<LineMover, Optional<Change>> command, String before, String after) {
    var text = new Marked(before);
    assertEquals(
        after,
        command.apply(new LineMover(text.text, text.selected)).map(text::after).orElse("stays"));
  }

  private static void becomes(Function<Indenter, Change> command, String before, String after) {
    var text = new Marked(before);
    assertEquals(after, text.after(command.apply(text.indenter())));
  }

  private static final class Marked {

    private final String text;
    private final Selected selected;

    Marked(String marked) {
      text = marked.replace("^", "").replace("@", "");
      int caret = marked.replace("@", "").indexOf('^');
      int anchor = marked.replace("^", "").indexOf('@');
      selected = new Selected(anchor < 0 ? caret : anchor, caret);
    }

    Indenter indenter() {
      return new Indenter(text, TokenTable.of(text), selected);
    }

    String after(Change change) {
      var after = new StringBuilder(change.applied(text));
      int caret = change.caret();
      int anchor = change.anchor();
      after.insert(Math.max(anchor, caret), caret >= anchor ? '^' : '@');
      if (anchor != caret) {
        after.insert(Math.min(anchor, caret), caret >= anchor ? '@' : '^');
      }
      return after.toString();
    }
  }
}
