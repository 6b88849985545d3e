package nib.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.app.editor.EditHistory.Selected;
import nib.engine.text.Span;

/// Keeps Pen's own style, two blanks for each open bracket, while a person types. Lines that begin
/// within a string literal are left alone: their blanks are part of a value.
final class Indenter {

  private static final String STEP = "  ";

  private final String text;
  private final TokenTable tokens;
  private final Span selection;
  private final Selected selected;

  Indenter(String text, TokenTable tokens, Selected selected) {
    this.text = text;
    this.tokens = tokens;
    this.selected = selected;
    this.selection =
        new Span(
            Math.min(selected.anchor(), selected.caret()),
            Math.max(selected.anchor(), selected.caret()));
  }

  /// A new line as far in as this one, or one step further behind an opening bracket. A closing
  /// bracket right behind the caret gets a line of its own.
  Change enter() {
    int at = selection.start();
    if (tokens.inString(at)) {
      return Change.of(replacing("\n"));
    }
    int line = Lines.start(text, at);
    String indent = Lines.indent(text, at);
    String own = indent.substring(0, Math.min(indent.length(), at - line));
    int before = at;
    while (before > line && Lines.blank(text.charAt(before - 1))) {
      before--;
    }
    if (!opens(before)) {
      return Change.of(replacing("\n" + own));
    }
    int behind = selection.end();
    while (behind < text.length() && Lines.blank(text.charAt(behind))) {
      behind++;
    }
    String deeper = "\n" + own + STEP;
    if (behind < text.length() && closes(behind)) {
      var edit = new Edit(at, text.substring(at, behind), deeper + "\n" + own);
      return new Change(List.of(edit), at + deeper.length(), at + deeper.length());
    }
    return Change.of(replacing(deeper));
  }

  /// A closing bracket that is the first on its line stands as far in as the line that opened it.
  ///
  /// @return empty where it is to be typed like anything else
  Optional<Change> close(String bracket) {
    int at = selection.start();
    int line = Lines.start(text, at);
    if (tokens.quoted(at) || !Lines.blank(text, line, at)) {
      return Optional.empty();
    }
    return new Brackets(tokens, text)
        .openAt(line)
        .map(open -> Lines.indent(text, open.start()))
        .filter(indent -> !indent.equals(text.substring(line, at)))
        .map(indent ->
            Change.of(new Edit(line, text.substring(line, selection.end()), indent + bracket)));
  }

  /// Indents the selected lines, or goes on to the next even column.
  Change indent() {
    if (!severalLines()) {
      int column = selection.start() - Lines.start(text, selection.start());
      return Change.of(replacing(" ".repeat(STEP.length() - column % STEP.length())));
    }
    var edits = new ArrayList<Edit>();
    for (int line : lines()) {
      if (Lines.end(text, line) > line) {
        edits.add(new Edit(line, "", STEP));
      }
    }
    return Change.of(text, edits, selected.anchor(), selected.caret());
  }

  /// Takes a step of blanks from the start of the selected lines.
  Change outdent() {
    var edits = new ArrayList<Edit>();
    for (int line : lines()) {
      String indent = Lines.indent(text, line);
      int less = indent.startsWith("\t") ? 1 : Math.min(STEP.length(), indent.length());
      if (less > 0) {
        edits.add(new Edit(line, indent.substring(0, less), ""));
      }
    }
    return Change.of(text, edits, selected.anchor(), selected.caret());
  }

  /// Makes the selected lines comments, or text again where all of them are comments.
  Change comment() {
    var lines = new ArrayList<>(lines());
    lines.removeIf(line -> Lines.indent(text, line).length() == Lines.end(text, line) - line);
    int column = lines.stream().mapToInt(line -> Lines.indent(text, line).length()).min().orElse(0);
    boolean all = lines.stream().allMatch(line -> text.charAt(first(line)) == '#');
    var edits = new ArrayList<Edit>();
    for (int line : lines) {
      if (all) {
        int at = first(line);
        boolean spaced = at + 1 < text.length() && text.charAt(at + 1) == ' ';
        edits.add(new Edit(at, text.substring(at, at + (spaced ? 2 : 1)), ""));
      } else {
        edits.add(new Edit(line + column, "", "# "));
      }
    }
    return Change.of(text, edits, selected.anchor(), selected.caret());
  }

  private Edit replacing(String by) {
    return new Edit(selection.start(), text.substring(selection.start(), selection.end()), by);
  }

  private boolean severalLines() {
    int newline = text.indexOf('\n', selection.start());
    return newline >= 0 && newline < selection.end();
  }

  /// Where the selected lines begin; one in whose first column the selection ends is not selected.
  private List<Integer> lines() {
    var lines = new ArrayList<Integer>();
    int line = Lines.start(text, selection.start());
    int last = selection.end() > selection.start() ? selection.end() - 1 : selection.end();
    while (line <= last) {
      if (!tokens.inString(line)) {
        lines.add(line);
      }
      int end = Lines.end(text, line);
      if (end == text.length()) {
        break;
      }
      line = end + 1;
    }
    return lines;
  }

  private int first(int line) {
    return line + Lines.indent(text, line).length();
  }

  private boolean opens(int end) {
    int index = end == 0 ? -1 : tokens.from(end - 1);
    return index >= 0
        && index < tokens.count()
        && tokens.end(index) == end
        && tokens.look(index) == TokenTable.Look.OPENING;
  }

  private boolean closes(int start) {
    int index = tokens.from(start);
    return index < tokens.count()
        && tokens.start(index) == start
        && tokens.look(index) == TokenTable.Look.CLOSING;
  }
}
