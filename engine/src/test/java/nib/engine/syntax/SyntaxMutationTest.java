package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nib.engine.Golden;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;

/// Changes the modules of all goldens at random and parses them. `-Dmutants=100000` looks longer,
/// `-Dseed=…` elsewhere.
final class SyntaxMutationTest {

  private static final int MUTANTS = Integer.getInteger("mutants", 4_000);
  private static final long SEED = Long.getLong("seed", 20_260_101);

  /// Far beyond what all take; an endless loop is a failure, not a hang.
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private static final String CHARACTERS = "{}()[]\\\"'|=:,.#+-*/<>&!?;x1_ \t\n\r\0é\u00a0\ufeff😀";

  private static final List<String> WORDS =
      List.of(
          "if",
          "else",
          "for",
          "in",
          "as",
          "type",
          "import",
          "foreign",
          "export",
          "\\(",
          "...",
          "==",
          "x{",
          "x{a:",
          "{a: b",
          "[number",
          "0x",
          "0b1",
          "-0x1",
          "1e",
          ".5",
          "x'",
          "\"\\\\n\"");

  @Test
  void everyMutantEndsInAModule() throws IOException {
    var originals = new ArrayList<String>();
    for (var file : Golden.cases("syntax", ".pen")) {
      originals.add(Files.readString(file));
    }
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          int undecided = 0;
          for (int i = 0; i < MUTANTS; i++) {
            var random = new Random(SEED + i);
            String mutant = mutant(originals.get(random.nextInt(originals.size())), random);
            try {
              undecided += check(mutant) ? 0 : 1;
            } catch (RuntimeException | Error e) {
              throw new AssertionError("mutant of seed " + (SEED + i) + ":\n" + mutant, e);
            }
          }
          assertTrue(undecided * 50 <= MUTANTS, "undecided: " + undecided);
        });
  }

  /// What the grammar of the reference accepts has no errors, and what it refuses has one at least.
  ///
  /// @return whether the grammar could tell
  private static boolean check(String text) {
    var source = new SourceText(Path.of("Mutant.pen"), text);
    var parsed = Parser.parse(source);
    new SyntaxTree(source, parsed).check();
    var errors =
        parsed.diagnostics().stream()
            .filter(one -> one.severity() == Severity.ERROR)
            // Not the compiler's parser says this.
            .filter(one -> !(one.problem() instanceof SyntaxProblem.NumberTooLarge))
            .toList();
    for (var one : errors) {
      assertTrue(!one.message().isBlank() && !one.cure().isBlank());
    }
    try {
      assertEquals(ReferenceGrammar.accepts(text), errors.isEmpty(), errors::toString);
      return true;
    } catch (ReferenceCombinators.TooSlow e) {
      // Its alternatives within alternatives take exponential time; nothing is known then.
      return false;
    }
  }

  private static String mutant(String original, Random random) {
    var mutant = new StringBuilder(original);
    for (int changes = random.nextInt(3); changes >= 0 && !mutant.isEmpty(); changes--) {
      int at = random.nextInt(mutant.length());
      switch (random.nextInt(9)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, character(random));
        case 2 -> mutant.insert(at, mutant.charAt(at));
        case 3 -> mutant.setCharAt(at, character(random));
        case 4 -> mutant.insert(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
        case 5 -> deleteToken(mutant, random);
        case 6 -> copyToken(mutant, random);
        case 7 -> mutant.delete(0, random.nextInt(2) == 0 ? at : 0);
        default -> mutant.setLength(random.nextInt(3) == 0 ? at : mutant.length());
      }
    }
    return mutant.toString();
  }

  private static char character(Random random) {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }

  private static void deleteToken(StringBuilder mutant, Random random) {
    var token = token(mutant, random);
    mutant.delete(token.span().start(), token.span().end());
  }

  private static void copyToken(StringBuilder mutant, Random random) {
    var from = token(mutant, random);
    var to = token(mutant, random).span();
    if (random.nextBoolean()) {
      mutant.replace(to.start(), to.end(), from.text());
    } else {
      mutant.insert(to.start(), from.text());
    }
  }

  private static Token token(CharSequence text, Random random) {
    var tokens = Lexer.lex(text.toString());
    return tokens.get(random.nextInt(tokens.size()));
  }
}
