package nib.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `nib symbols`: members and symbols of archives and object files.
@Command(
    name = "symbols",
    description = "List the members and symbols of static archives and object files.")
final class SymbolsCommand extends Common implements Formatted {

  /// Which side of a link symbols are on.
  static final class Side {

    @Option(
        names = {"-U", "--defined-only"},
        description = "Only symbols that are defined here.")
    private boolean defined;

    @Option(
        names = {"-u", "--undefined-only"},
        description = "Only symbols that are needed from elsewhere.")
    private boolean undefined;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), nm (as llvm-nm prints) or json.")
  private SymbolsOptions.Listing listing = SymbolsOptions.Listing.TEXT;

  @Option(
      names = {"-C", "--demangle"},
      description = "Show C++ and Rust names as their authors wrote them.")
  private boolean demangle;

  @ArgGroup private Side side = new Side();

  @Option(
      names = {"-g", "--extern-only"},
      description = "Only symbols that other objects see.")
  private boolean externOnly;

  @Option(
      names = {"-p", "--no-sort"},
      description = "In the order of the file's own table; other forms than nm always are.")
  private boolean noSort;

  @Option(
      names = "--signatures",
      description = "What functions take and return, from debugging information.")
  private boolean signatures;

  @Option(
      names = "--named",
      paramLabel = "SYMBOL",
      description = "Only these symbols, and in which member a link finds them; may be repeated.")
  private List<String> named = List.of();

  @ArgGroup private AcrossOptions across = new AcrossOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Archives and object files.")
  private List<Path> files = List.of();

  SymbolsCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Format format() {
    return listing == SymbolsOptions.Listing.JSON ? Format.JSON : Format.TEXT;
  }

  @Override
  public Integer call() throws Exception {
    var question = across.question();
    question.ifPresentOrElse(this::refuseOthers, this::refuseUndefined);
    return question.isPresent()
        ? new AcrossRun(console(), options()).status(question.get())
        : new SymbolsRun(console(), invocation()::openLibrary, options()).status();
  }

  /// An option that was given and does nothing would mislead.
  private void refuseOthers(AcrossOptions.Question question) {
    boolean every = !(question instanceof AcrossOptions.Question.Compare);
    var given = new ArrayList<String>();
    note(given, "`--named`", !named.isEmpty());
    note(given, "`--signatures`", signatures);
    note(given, "`--defined-only`", every && side.defined);
    note(given, "`--undefined-only`", every && side.undefined);
    note(given, "`--extern-only`", every && externOnly);
    if (!given.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "%s and a question about all members do not go together"
              .formatted(String.join(", ", given)));
    }
  }

  /// Both options are about definitions.
  private void refuseUndefined() {
    if (side.undefined && (signatures || !named.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(),
          "`--undefined-only` and `%s` do not go together; `--needs SYMBOL` tells who needs a symbol"
              .formatted(signatures ? "--signatures" : "--named"));
    }
  }

  private static void note(List<String> given, String option, boolean is) {
    if (is) {
      given.add(option);
    }
  }

  SymbolsOptions options() {
    var asked =
        side.defined
            ? SymbolsOptions.Side.DEFINED
            : side.undefined ? SymbolsOptions.Side.UNDEFINED : SymbolsOptions.Side.BOTH;
    return new SymbolsOptions(
        listing, asked, externOnly, !noSort, demangle, signatures, named, files);
  }
}
