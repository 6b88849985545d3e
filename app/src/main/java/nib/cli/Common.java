package nib.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What every command has: the session it runs in, help, version and colour.
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class Common implements Callable<Integer> {

  private final Session session;

  Common(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  Console console() {
    return session.console();
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colour: always, never or auto (default). NO_COLOR is honoured.")
  void colour(Console.ColourChoice choice) {
    session.console().colour(choice);
  }
}
