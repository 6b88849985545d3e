package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.Severity;
import nib.engine.syntax.Expression;
import nib.engine.text.Span;
import nib.engine.types.Type;
import org.junit.jupiter.api.Test;

/// One mistake in a program that is right is one message: nothing echoes it.
final class OneMistakeTest {

  /// A program with one mistake.
  ///
  /// @param rules those that its message may have
  private record Mutant(String text, List<String> rules) {}

  @Test
  void oneMistakeIsOneMessage() throws IOException {
    int mutants = 0;
    var wrong = new ArrayList<String>();
    for (var program : programs()) {
      var text = Files.readString(program);
      for (var mutant : mutants(text)) {
        mutants++;
        var rules =
            Programs.check(mutant.text()).diagnostics().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(one -> ProblemText.rule(one.problem()))
                .toList();
        if (rules.size() != 1 || !mutant.rules().contains(rules.getFirst())) {
          wrong.add(program.getFileName() + ": " + rules + "\n" + mutant.text());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(mutants > 500, "too few mutants: " + mutants);
  }

  private static List<Path> programs() throws IOException {
    var folder = Golden.folder("checks");
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(one -> folder.relativize(one).toString().matches("[^/]+/accepted[^/]*\\.pen"))
          .sorted()
          .toList();
    }
  }

  private static List<Mutant> mutants(String text) {
    var checked = Programs.check(text);
    var mutants = new ArrayList<Mutant>();
    for (var expression : new Nodes(checked.scope().module()).expressions()) {
      switch (expression) {
        case Expression.Variable variable ->
            mutants.add(
                mutant(text, variable.name().span(), "nobodyHasThisName", "variable-not-found"));
        case Expression.StringLiteral literal -> {
          mutants.add(after(text, literal, "?", "error-expected"));
          mutants.add(after(text, literal, ".x", "record-expected"));
          mutants.add(after(text, literal, "()", "function-expected"));
        }
        case Expression.NumberLiteral literal -> {
          mutants.add(after(text, literal, "?", "error-expected"));
          mutants.add(after(text, literal, "()", "function-expected"));
        }
        case Expression.Call call -> mutants.addAll(calls(text, checked, call));
        case Expression.FieldAccess access ->
            mutants.add(
                mutant(text, access.field().span(), "nobodyHasThisField", "unknown-record-field"));
        default -> {}
      }
    }
    return mutants;
  }

  private static List<Mutant> calls(String text, CheckedModule checked, Expression.Call call) {
    boolean known =
        checked.typing().type(call.function()).filter(Type.Function.class::isInstance).isPresent();
    if (!known) {
      return List.of();
    }
    int end = call.span().end() - 1;
    var more = call.arguments().isEmpty() ? "none" : ", none";
    boolean comma = text.substring(0, end).stripTrailing().endsWith(",");
    var longer = mutant(text, new Span(end, end), comma ? "none" : more, "argument-count");
    if (call.arguments().isEmpty()) {
      return List.of(longer);
    }
    int start = call.function().span().end();
    return List.of(longer, mutant(text, new Span(start, end + 1), "()", "argument-count"));
  }

  private static Mutant after(String text, Expression expression, String added, String rule) {
    int end = expression.span().end();
    return mutant(text, new Span(end, end), added, rule);
  }

  private static Mutant mutant(String text, Span span, String replacement, String... rules) {
    return new Mutant(
        text.substring(0, span.start()) + replacement + text.substring(span.end()), List.of(rules));
  }
}
