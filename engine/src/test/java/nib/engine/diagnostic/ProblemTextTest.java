package nib.engine.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import nib.engine.Problems;
import org.junit.jupiter.api.Test;

/// The names of rules.
final class ProblemTextTest {

  /// Machines tell problems apart by them.
  @Test
  void noTwoProblemsShareARule() {
    var seen = new HashSet<String>();
    var rules = Problems.of(Problem.class).map(ProblemText::rule).toList();
    assertTrue(rules.size() > 100, rules::toString);
    assertEquals(List.of(), rules.stream().filter(rule -> !seen.add(rule)).toList());
  }

  @Test
  void rulesAreWordsWithHyphens() {
    assertEquals("unknown-type", ProblemText.rule(TypeProblem.UnknownType.class));
    assertEquals("not-a-function", ProblemText.rule(new BorderProblem.NotAFunction("f", "any")));
  }
}
