package nib.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `nib [PATH]`: opens the window.
@Command(
    name = "nib",
    synopsisHeading = "Usage: ",
    customSynopsis = {"nib [PATH]", "       nib COMMAND [OPTION]... [ARGUMENT]..."},
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

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A package's folder, an archive or an object file to open.")
  private Optional<Path> path = Optional.empty();

  NibCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return Window.open(session(), path);
  }
}
