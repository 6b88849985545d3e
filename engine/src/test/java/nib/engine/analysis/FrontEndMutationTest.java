package nib.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes the modules of all goldens at random, and has each mutant parsed, resolved and checked.
/// `-Dmutants=100000` looks longer, `-Dseed=…` elsewhere.
final class FrontEndMutationTest {

  private static final int MUTANTS = Integer.getInteger("mutants", 4_000);
  private static final long SEED = Long.getLong("seed", 20_261_122);

  /// Far beyond what the mutants take; an endless loop is a failure, not a hang.
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /// What programs are made of, so that mutants get further than the lexer.
  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "\\(",
          "...",
          ",",
          ":",
          "=",
          "==",
          "?",
          "!",
          ".",
          "'",
          "|",
          "+",
          "-",
          "if ",
          "else ",
          "for ",
          "in ",
          "as ",
          "type ",
          "foreign ",
          "import ",
          "\"",
          "\\",
          "0",
          "x",
          " ",
          "\n",
          "#",
          "number",
          "error",
          "none",
          "any",
          "\u0000",
          "é",
          "_");

  @TempDir private Path folder;

  @Test
  void endsInAResultForEveryMutant() throws IOException {
    var modules = modules();
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    var file = Files.createFile(folder.resolve("Mutant.pen")).toRealPath();
    var analyzer = new Analyzer();
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          for (int i = 0; i < MUTANTS; i++) {
            var random = new Random(SEED + i);
            var text = mutant(modules, random);
            try {
              analyze(analyzer, new SourceText(file, text));
            } catch (RuntimeException | Error e) {
              throw new AssertionError("mutant of seed %d:\n%s".formatted(SEED + i, text), e);
            }
          }
        });
  }

  private void analyze(Analyzer analyzer, SourceText text) throws FailureException {
    var analysis = analyzer.analyze(List.of(folder), List.of(text), Optional.empty());
    for (var id : analysis.graph().opened()) {
      analysis.diagnostics(id).forEach(one -> within(one, text));
    }
  }

  private static void within(Diagnostic one, SourceText text) {
    if (one.location().file().equals(text.file())) {
      assertTrue(
          0 <= one.span().start()
              && one.span().start() <= one.span().end()
              && one.span().end() <= text.text().length(),
          () -> "outside of the text: " + one);
    }
    assertTrue(!one.message().isBlank() && !one.cure().isBlank(), () -> "without words: " + one);
  }

  private static List<String> modules() throws IOException {
    try (Stream<Path> files = Files.walk(Golden.folder(""))) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(one -> one.toString().endsWith(".pen")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      texts.removeIf(String::isEmpty);
      texts.add(GeneratedPackage.module(0, 100));
      return texts;
    }
  }

  private static String mutant(List<String> modules, Random random) {
    var text = new StringBuilder(modules.get(random.nextInt(modules.size())));
    for (int changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(12));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.replace(at, at + 1, piece);
        case 3 -> text.insert(at, piece.repeat(1 + random.nextInt(3)));
        case 4 -> text.insert(at, modules.get(random.nextInt(modules.size())));
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }
}
