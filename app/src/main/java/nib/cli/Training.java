package nib.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.diagnostic.FailureException;
import nib.engine.symbols.OpenLibrary;

/// What a virtual machine is shown when its cache of loaded and linked classes is made: the
/// commands that people wait for. `nib` and the installer run this once after a build, with
/// `-XX:AOTCacheOutput`; later runs start with those classes ready (JEP 483, JEP 514).
final class Training {

  private static final int NAMES = 200;

  /// A prime number that divides no number of names that is likely.
  private static final int STRIDE = 7919;

  private static final long WINDOW_STAYS_MILLIS = 8_000;

  private Training() {}

  /// Runs commands and drops what they say. All classes of a cache are loaded at every start with
  /// it, so commands that share few have caches of their own.
  ///
  /// @param arguments what for, and archives: `listings`, `lookups` or `signatures` of symbols;
  ///   `commands` for all others; `window` for the window, which wants a platform without a screen
  ///   (`-Dglass.platform=Headless`)
  public static void main(String[] arguments) throws FailureException, MalformedFileException {
    var archives = List.of(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "commands" -> commands(Path.of(System.getProperty("nib.samples")));
      case "window" -> window(Path.of(System.getProperty("nib.samples")));
      case "listings" -> archives.forEach(Training::list);
      case "lookups" -> {
        for (String archive : archives) {
          run(named("symbols", archive));
        }
      }
      case "signatures" -> {
        for (String archive : archives) {
          run(named("symbols", "--signatures", archive));
          run("symbols", "--signatures", archive);
        }
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void list(String archive) {
    for (String format : List.of("text", "nm")) {
      run("symbols", "--format", format, archive);
    }
    run("symbols", "--format", "nm", "-gp", "--defined-only", archive);
  }

  private static void commands(Path samples) {
    String sample = samples.resolve("arithmetic").toString();
    run("foreign", sample);
    run("header", sample);
    run("check", sample);
    run("check", samples.resolve("text").toString());
    run("abi", sample, "add");
    run("--help");
  }

  /// Opens a package, and ends the program when all of it has been there for a while.
  private static void window(Path samples) {
    var end = new Thread(Training::endLater, "end");
    end.setDaemon(true);
    end.start();
    run(samples.resolve("arithmetic").toString());
  }

  private static void endLater() {
    try {
      Thread.sleep(WINDOW_STAYS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(Status.FINE);
  }

  /// Puts many names into a question, which takes other ways than one about a single name. They
  /// come out of the index, for a listing would bring its own classes.
  ///
  /// @param question the archive last
  private static String[] named(String... question)
      throws FailureException, MalformedFileException {
    var names = new ArrayList<String>();
    try (var library = OpenLibrary.open(Path.of(question[question.length - 1]))) {
      var index = library.index().orElseThrow();
      long every = 1 + index.count() / NAMES;
      index.forEach((bytes, at, length, entry) -> {
        if (entry % every == 0) {
          names.add(RawText.decode(bytes, at, length));
        }
      });
    }
    var arguments = new ArrayList<>(List.of(question));
    for (int i = 0; i < names.size(); i++) {
      arguments.add("--named");
      arguments.add(names.get(i * STRIDE % names.size())); // nobody asks in the archive's order
    }
    return arguments.toArray(String[]::new);
  }

  private static void run(String... arguments) {
    var out = new PrintStream(OutputStream.nullOutputStream());
    Main.run(arguments, new Main.Streams(out, out), Workbenches.local());
    out.flush();
  }
}
