package nib.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What was done to one text, and how to undo it. A run of typing is one step for each word.
final class EditHistory {

  /// One thing to undo.
  ///
  /// @param edits in the order they were made
  /// @param before where the selection was
  /// @param after where it was then
  record Step(List<Edit> edits, Selected before, Selected after) {
    Step {
      edits = List.copyOf(edits);
    }

    Change undone() {
      return new Change(
          edits.reversed().stream().map(Edit::undone).toList(), before.anchor(), before.caret());
    }

    Change redone() {
      return new Change(edits, after.anchor(), after.caret());
    }
  }

  /// A selection; nothing is selected where both are the same.
  record Selected(int anchor, int caret) {}

  private static final int MOST = 10_000;

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private boolean running;

  /// Remembers something that was done at once.
  void add(Step step) {
    push(step);
    running = false;
  }

  /// Remembers something that was typed: it may continue the step before it.
  void addTyped(Edit edit, Selected before, Selected after) {
    var last = Optional.ofNullable(done.peekLast()).filter(_ -> running);
    var joined = last.flatMap(step -> joined(step.edits().getLast(), edit));
    if (joined.isPresent()) {
      var step = done.removeLast();
      push(new Step(List.of(joined.get()), step.before(), after));
    } else {
      push(new Step(List.of(edit), before, after));
    }
    running = edit.inserted().length() + edit.removed().length() == 1;
  }

  /// Ends a run of typing: what comes next is a step of its own.
  void rest() {
    running = false;
  }

  Optional<Change> undo() {
    var step = Optional.ofNullable(done.pollLast());
    step.ifPresent(undone::addLast);
    running = false;
    return step.map(Step::undone);
  }

  Optional<Change> redo() {
    var step = Optional.ofNullable(undone.pollLast());
    step.ifPresent(done::addLast);
    running = false;
    return step.map(Step::redone);
  }

  private void push(Step step) {
    undone.clear();
    done.addLast(step);
    if (done.size() > MOST) {
      done.removeFirst();
    }
  }

  private static Optional<Edit> joined(Edit first, Edit next) {
    if (first.removed().isEmpty() && next.removed().isEmpty()) {
      return next.at() == first.endAfter() && !beginsAnew(first.inserted(), next.inserted())
          ? Optional.of(new Edit(first.at(), "", first.inserted() + next.inserted()))
          : Optional.empty();
    }
    if (first.inserted().isEmpty() && next.inserted().isEmpty()) {
      if (next.at() == first.at()) {
        return Optional.of(new Edit(first.at(), first.removed() + next.removed(), ""));
      }
      return next.end() == first.at()
          ? Optional.of(new Edit(next.at(), next.removed() + first.removed(), ""))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// Whether typing came to a new line, or from blanks to a new word.
  private static boolean beginsAnew(String written, String next) {
    char last = written.charAt(written.length() - 1);
    char first = next.charAt(0);
    return first == '\n'
        || last == '\n'
        || (Character.isWhitespace(last) && !Character.isWhitespace(first));
  }
}
