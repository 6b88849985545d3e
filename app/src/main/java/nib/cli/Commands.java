package nib.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// All commands, each read and carried out as its class says.
final class Commands {

  private Commands() {}

  /// Runs the one that the arguments name and returns the exit status.
  static int run(String[] arguments, Console console, Workbenches workbenches) {
    try (var invocation = new Invocation(console, workbenches)) {
      return commandLine(invocation).execute(arguments);
    }
  }

  static CommandLine commandLine(Invocation invocation) {
    var line = new CommandLine(new NibCommand(invocation));
    line.addSubcommand(new ForeignCommand(invocation))
        .addSubcommand(new HeaderCommand(invocation))
        .addSubcommand(new BuildCommand(invocation))
        .addSubcommand(new SymbolsCommand(invocation))
        .addSubcommand(new CheckCommand(invocation))
        // A negative number is an argument of the called function, not an option.
        .addSubcommand(
            new CommandLine(new CallCommand(invocation))
                .setUnmatchedOptionsArePositionalParams(true))
        .addSubcommand(new AbiCommand(invocation))
        .addSubcommand(new TargetsCommand(invocation))
        .addSubcommand(new DoctorCommand(invocation))
        .addSubcommand(new DemoCommand(invocation));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Path.class, Commands::path);
    line.setOut(invocation.console().outWriter());
    line.setErr(invocation.console().errWriter());
    line.setColorScheme(invocation.console().helpColours());
    line.setParameterExceptionHandler(
        (exception, _) -> wrongUsage(invocation.console(), exception));
    line.setExecutionExceptionHandler(
        (exception, at, _) -> Main.failed(invocation.console(), exception, wantsJson(at)));
    return line;
  }

  private static int wrongUsage(Console console, ParameterException exception) {
    var failure = Usage.of(exception);
    console.complain(failure.what());
    console.hint(failure.cure());
    return Status.USAGE;
  }

  /// An empty path is an unset variable of somebody's shell, and not the working directory.
  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("empty");
    }
    return Path.of(text);
  }

  private static boolean wantsJson(CommandLine at) {
    return at.getCommandSpec().userObject() instanceof Formatted formatted
        && formatted.format() == Format.JSON;
  }
}
