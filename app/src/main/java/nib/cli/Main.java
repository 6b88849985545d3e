package nib.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nib.engine.diagnostic.FailureException;
import nib.engine.symbols.OpenLibrary;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// Where the program starts: commands run here, no command opens the window.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var file = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    var out =
        new PrintStream(new BufferedOutputStream(file, 1 << 16), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = run(arguments, new Streams(out, err), Workbenches.local());
    out.flush();
    System.exit(file.lost().map(why -> unwritten(err, why)).orElse(status));
  }

  /// An answer that arrived nowhere is none, whatever the command found.
  private static int unwritten(PrintStream err, String why) {
    err.println("nib: standard output cannot be written: " + why);
    err.println("  cure: make room, or send it elsewhere");
    return Status.FAILED;
  }

  /// Where a run writes.
  record Streams(PrintStream out, PrintStream err) {}

  /// Runs one command and returns the exit status.
  static int run(String[] arguments, Streams streams, Workbenches workbenches) {
    var console = new Console(streams.out(), streams.err(), Path.of("").toAbsolutePath());
    var quick = QuickSymbols.parse(arguments);
    if (quick.isPresent()) {
      return quick(console, quick.get());
    }
    try (var invocation = new Invocation(console, workbenches)) {
      return commandLine(invocation).execute(arguments);
    } finally {
      streams.out().flush();
    }
  }

  private static int quick(Console console, SymbolsOptions options) {
    try {
      return new SymbolsRun(console, OpenLibrary::open, options).status();
    } catch (IOException | FailureException | RuntimeException e) {
      return failed(console, e, options.listing() == SymbolsOptions.Listing.JSON);
    } finally {
      console.out().flush();
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
    line.registerConverter(Path.class, Main::path);
    line.setOut(invocation.console().outWriter());
    line.setErr(invocation.console().errWriter());
    line.setColorScheme(invocation.console().helpColours());
    line.setParameterExceptionHandler(
        (exception, _) -> wrongUsage(invocation.console(), exception));
    line.setExecutionExceptionHandler(
        (exception, at, _) -> failed(invocation.console(), exception, wantsJson(at)));
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

  private static int failed(Console console, Exception exception, boolean json) {
    return switch (exception) {
      case FailureException failure -> {
        if (json) {
          Json.print(console.out(), "failure", Json.failure(failure.failure()));
        }
        console.complain(failure.failure().what());
        console.hint(failure.failure().cure());
        yield Status.FAILED;
      }
      case InterruptedException _ -> {
        console.complain("interrupted");
        yield Status.FAILED;
      }
      default -> {
        console.complain("a mistake in Nib itself: " + exception);
        console.hint("report it with the command you ran; NIB_DEBUG=1 shows where it happened");
        if (System.getenv("NIB_DEBUG") != null) {
          exception.printStackTrace(console.err());
        }
        yield Status.FAILED;
      }
    };
  }

  private static boolean wantsJson(CommandLine at) {
    return at.getCommandSpec().userObject() instanceof Formatted formatted
        && formatted.format() == Format.JSON;
  }
}
