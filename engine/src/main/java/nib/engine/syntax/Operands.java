package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import nib.engine.syntax.Expression.Operation;
import nib.engine.syntax.Expression.Operation.Step;
import nib.engine.text.Span;

/// Puts the operands of one expression together by the strength of the operators between them.
///
/// Operators of one strength group from the left (`lib/parse/src/operations.rs`) and make one flat
/// [Operation], so the tree has at most as many levels as there are strengths, however long the
/// expression is.
final class Operands {

  private final Expression first;
  private final List<Step> steps = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  /// @param whole the first operand's span with its parentheses
  Operands(Expression first, Span whole) {
    this.first = first;
    spans.add(whole);
  }

  /// @param whole the operand's span with its parentheses
  void add(Step step, Span whole) {
    steps.add(step);
    spans.add(whole);
  }

  /// How many levels the operators make at most.
  int levels() {
    return (int) steps.stream().mapToInt(one -> one.operator().precedence()).distinct().count();
  }

  Expression expression() {
    return group(0, steps.size(), 0);
  }

  /// The operands from `from` to `to`, between which all operators are stronger than `weaker`.
  private Expression group(int from, int to, int weaker) {
    if (from == to) {
      return operand(from);
    }
    int weakest = weakest(from, to, weaker);
    var grouped = new ArrayList<Step>();
    int next = nextStep(from, to, weakest);
    Expression head = group(from, next, weakest);
    while (next < to) {
      int following = nextStep(next + 1, to, weakest);
      var step = steps.get(next);
      grouped.add(new Step(step.operator(), step.at(), group(next + 1, following, weakest)));
      next = following;
    }
    return new Operation(head, grouped, new Span(spans.get(from).start(), spans.get(to).end()));
  }

  private Expression operand(int index) {
    return index == 0 ? first : steps.get(index - 1).operand();
  }

  private int weakest(int from, int to, int weaker) {
    int weakest = Integer.MAX_VALUE;
    for (int i = from; i < to && weakest > weaker + 1; i++) {
      weakest = Math.min(weakest, steps.get(i).operator().precedence());
    }
    return weakest;
  }

  private int nextStep(int from, int to, int precedence) {
    int next = from;
    while (next < to && steps.get(next).operator().precedence() != precedence) {
      next++;
    }
    return next;
  }
}
