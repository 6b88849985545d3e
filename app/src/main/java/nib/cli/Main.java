package nib.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.engine.symbols.OpenLibrary;

/// Where the program starts: commands run here, no command opens the window.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    var file = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    var buffer = new BufferedOutputStream(file, 1 << 16);
    var out = new PrintStream(new TidyOutput(buffer), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var quick = QuickSymbols.parse(arguments);
    int status = run(arguments, quick, new Streams(out, err), Workbenches.local());
    out.flush();
    if (file.lost().isPresent()) {
      status = unwritten(err, file.lost().get());
    }
    if (quick.isPresent()) {
      // `exit` looks for a logger first, which takes as long as listing a small archive. Nothing
      // that was begun wants an end of its own.
      Runtime.getRuntime().halt(status);
    }
    System.exit(status);
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
    return run(arguments, QuickSymbols.parse(arguments), streams, workbenches);
  }

  private static int run(
      String[] arguments,
      Optional<SymbolsOptions> quick,
      Streams streams,
      Workbenches workbenches) {
    var console = new Console(streams.out(), streams.err(), Path.of("").toAbsolutePath());
    try {
      return quick.isPresent()
          ? list(console, quick.get())
          : Commands.run(arguments, console, workbenches);
    } finally {
      streams.out().flush();
    }
  }

  private static int list(Console console, SymbolsOptions options) {
    try {
      return new SymbolsRun(console, OpenLibrary::open, options).status();
    } catch (IOException | FailureException | RuntimeException e) {
      return failed(console, e, options.listing() == SymbolsOptions.Listing.JSON);
    }
  }

  /// Says why a command failed and returns the exit status.
  ///
  /// @param json whether whoever reads standard output expects a document
  static int failed(Console console, Exception exception, boolean json) {
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
}
