package nib.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What every command has: the invocation it runs in, help, version and colour.
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Common implements Callable<Integer> {

  private final Invocation invocation;

  Common(Invocation invocation) {
    this.invocation = invocation;
  }

  Invocation invocation() {
    return invocation;
  }

  Console console() {
    return invocation.console();
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colour: always, never or auto (default). NO_COLOR is honoured.")
  void colour(Console.ColourChoice choice) {
    invocation.console().colour(choice);
  }
}
