package nib.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `nib [PATH]`: opens the window.
@Command(
    name = "nib",
    versionProvider = NibCommand.Version.class,
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
final class NibCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A package's folder, an archive or an object file to open.")
  private Optional<Path> path = Optional.empty();

  NibCommand(Session session) {
    this.session = session;
    this.common = new Common(session);
  }

  @Override
  public Integer call() throws Exception {
    return Window.open(session, path);
  }

  /// The version that Maven wrote into the build.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = NibCommand.class.getPackage().getImplementationVersion();
      return new String[] {"nib " + Optional.ofNullable(version).orElse("development build")};
    }
  }
}
