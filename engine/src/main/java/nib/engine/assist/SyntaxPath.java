package nib.engine.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.text.Span;

/// The nodes that hold an offset, from the module down to the smallest one.
///
/// @param nodes one at least
record SyntaxPath(List<SyntaxNode> nodes) {

  private static final Span EVERYWHERE = new Span(0, Integer.MAX_VALUE);

  SyntaxPath {
    nodes = List.copyOf(nodes);
  }

  /// The path to an offset. A node ends before its end: for a caret behind a name, ask for the
  /// name's start.
  static SyntaxPath to(ModuleSyntax module, int offset) {
    var nodes = new ArrayList<SyntaxNode>();
    Optional<SyntaxNode> next = Optional.of(whole(module));
    while (next.isPresent()) {
      nodes.add(next.get());
      next =
          SyntaxChildren.of(next.get()).stream()
              .filter(child -> child.span().contains(offset))
              .findFirst();
    }
    return new SyntaxPath(nodes);
  }

  static SyntaxNode whole(ModuleSyntax module) {
    return new SyntaxNode.Whole(module, EVERYWHERE);
  }

  SyntaxNode last() {
    return nodes.getLast();
  }

  /// The node that the smallest one is a part of; itself where it is the module.
  SyntaxNode parent() {
    return nodes.get(Math.max(0, nodes.size() - 2));
  }
}
