package nib.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nib.engine.text.NearestNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `nib [PATH]...`: opens the window.
@Command(
    name = "nib",
    synopsisHeading = "Usage: ",
    customSynopsis = {"nib [PATH]...", "       nib COMMAND [OPTION]... [ARGUMENT]..."},
    header = {"Both sides of a Pen package's foreign border.", ""},
    descriptionHeading = "%n",
    description = "Without a command, opens the window.",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "PACKAGE is a folder with a pen.json, found upward from the working directory when left out.",
      "Exit status: 0 fine; 1 findings, or a trial that failed; 2 could not do it; 64 wrong usage."
    })
final class NibCommand extends Common {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Folders of packages, or one archive or object file, to open.")
  private List<Path> paths = List.of();

  NibCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  public Integer call() throws Exception {
    for (var path : paths) {
      if (!Files.exists(path)) {
        throw unknown(path.toString());
      }
    }
    return Window.open(invocation(), paths);
  }

  private ParameterException unknown(String word) {
    var commands = spec.subcommands().keySet();
    var near = NearestNames.of(word, commands, 1);
    return new ParameterException(
        spec.commandLine(),
        "there is no command and no file `%s`%s"
            .formatted(
                word,
                near.isEmpty() ? "" : "; the nearest is `nib %s`".formatted(near.getFirst())));
  }
}
