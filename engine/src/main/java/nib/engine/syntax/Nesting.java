package nib.engine.syntax;

/// How deep the tree is that is being built. Expressions and types inside one another count, and so
/// do parentheses, which leave no node but need the parser's stack.
///
/// Most nodes are deeper than their parents because the parser is: it knows before. A chain such as
/// `f()()()` is built the other way round, each call around what stands before it, which pushes all
/// that down by one; [#wrap] accounts for it.
final class Nesting {

  /// Deeper than anybody writes: the modules of Pen's own packages have eleven levels at most. It
  /// is safe to walk by recursion, and to parse, on a thread with a stack of 512 KB.
  static final int DEEPEST = 150;

  private int depth;
  private int reached;

  /// Whether there is room for one level more.
  boolean enter() {
    if (depth == DEEPEST) {
      return false;
    }
    depth++;
    reached = Math.max(reached, depth);
    return true;
  }

  void leave() {
    depth--;
  }

  Mark mark() {
    return new Mark(depth, reached);
  }

  /// Back to where an attempt began.
  void restore(Mark mark) {
    depth = mark.depth();
    reached = mark.reached();
  }

  record Mark(int depth, int reached) {}

  /// Starts to measure what is parsed next. The answer belongs to [#finish].
  int begin() {
    int before = reached;
    reached = depth;
    return before;
  }

  void finish(int before) {
    reached = Math.max(reached, before);
  }

  /// How many levels what was parsed since [#begin] has.
  int height() {
    return reached - depth;
  }

  /// Whether a node can be put around what was parsed since [#begin].
  boolean wrap() {
    if (reached >= DEEPEST) {
      return false;
    }
    reached++;
    return true;
  }

  /// Whether there is room for a tree that was parsed before.
  boolean take(int height) {
    if (depth + height > DEEPEST) {
      return false;
    }
    reached = Math.max(reached, depth + height);
    return true;
  }
}
