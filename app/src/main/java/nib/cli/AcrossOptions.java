package nib.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.linkage.Linker;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// The questions of `nib symbols` about what goes on between members; one at a time.
final class AcrossOptions {

  @Option(
      names = "--members",
      description =
          "The members with format, machine, counts and sizes, and whether the index is right.")
  private boolean members;

  @Option(
      names = "--needs",
      paramLabel = "SYMBOL",
      description = "Who defines a symbol and who needs it; may be repeated.")
  private List<String> needs = List.of();

  @ArgGroup(exclusive = false)
  private Pulls pulls = new Pulls();

  @Option(
      names = "--compare",
      paramLabel = "OTHER",
      description = "What OTHER has that FILE has not, and the other way round.")
  private Optional<Path> compare = Optional.empty();

  /// What a link is to be made of.
  private static final class Pulls {

    @Option(
        names = "--pulls",
        paramLabel = "SYMBOL",
        required = true,
        description =
            "Which members a link pulls in that needs a symbol, in order, and why; may be repeated.")
    private List<String> symbols = List.of();

    @Option(
        names = "--linker",
        paramLabel = "LINKER",
        description = "Whose way of searching: gnu (default) or lld.")
    private Linker linker = Linker.GNU;
  }

  /// What was asked.
  sealed interface Question {
    record Members() implements Question {}

    record Needs(List<String> symbols) implements Question {}

    record Pull(List<String> symbols, Linker linker) implements Question {}

    record Compare(Path other) implements Question {}
  }

  /// The question, if there is one.
  Optional<Question> question() {
    if (members) {
      return Optional.of(new Question.Members());
    }
    if (!needs.isEmpty()) {
      return Optional.of(new Question.Needs(needs));
    }
    if (!pulls.symbols.isEmpty()) {
      return Optional.of(new Question.Pull(pulls.symbols, pulls.linker));
    }
    return compare.map(Question.Compare::new);
  }
}
