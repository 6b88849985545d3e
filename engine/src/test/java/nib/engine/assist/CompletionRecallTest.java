package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.analysis.Analysis;
import nib.engine.analysis.Analyzer;
import nib.engine.checking.CheckedModule;
import nib.engine.diagnostic.FailureException;
import nib.engine.oracle.PenCheckout;
import nib.engine.syntax.Token;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What stands in a program that is right is offered where it stands, when only its first letter
/// was typed.
@Tag("checkout")
final class CompletionRecallTest {

  private static final int STEP = 17;

  private final Analyzer analyzer = new Analyzer();
  private int names;
  private final List<String> missed = new ArrayList<>();

  @Test
  void offersTheNamesOfPensOwnPackages() throws Exception {
    var root = PenCheckout.root();
    var packages = packages(root.resolve("packages"));
    var checkout = Optional.of(root);
    var program = analyzer.analyze(packages, List.of(), checkout);
    for (var module : program.modules(Set.copyOf(program.graph().opened()))) {
      for (var token : module.scope().module().tokens()) {
        if (token.kind() == Token.Kind.WORD) {
          ask(module, token, edited -> analyzer.analyze(packages, List.of(edited), checkout));
        }
      }
    }
    assertTrue(names > 5_000, "only %d names".formatted(names));
    assertEquals(List.of(), missed);
  }

  private interface Edit {
    Analysis apply(SourceText edited) throws FailureException;
  }

  private void ask(CheckedModule module, Token token, Edit edit) throws FailureException {
    var pen = module.scope().module();
    var expected = expected(SyntaxPath.to(pen.syntax(), token.span().start()).last());
    if (expected.isEmpty() || names++ % STEP != 0) {
      return;
    }
    int caret = token.span().start() + 1;
    String text = pen.source().text();
    String typed = text.substring(0, caret) + text.substring(token.span().end());
    var edited = new SourceText(pen.source().file(), typed);
    var changed = edit.apply(edited);
    var place = new Place(changed, changed.at(pen.source().file()).orElseThrow(), caret);
    if (CompletionFinder.find(place).stream()
        .noneMatch(one -> one.written().equals(expected.get()))) {
      missed.add("%s at %s".formatted(expected.get(), pen.source().locate(token.span())));
    }
  }

  private static Optional<String> expected(SyntaxNode node) {
    return switch (node) {
      case Mention.VariableUse use -> Optional.of(use.variable().written());
      case Mention.TypeUse use -> Optional.of(use.syntax().written());
      case Mention.FieldUse use -> Optional.of(use.text());
      case Mention.FieldGiven given -> Optional.of(given.text());
      case Mention.Imported imported -> Optional.of(imported.text());
      case Mention _, SyntaxNode.Part _ -> Optional.empty();
    };
  }

  private static List<Path> packages(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(one -> Files.exists(one.resolve("pen.json"))).sorted().toList();
    }
  }
}
