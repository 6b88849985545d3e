package nib.cli;

import picocli.CommandLine.Option;

/// The options that every command has.
final class Common {

  private final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and leave.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and leave.")
  private boolean version;

  Common(Session session) {
    this.session = session;
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
