package nib.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What a virtual machine is shown when its cache of loaded and linked classes is made: the
/// commands that people wait for. `nib` and the installer run this once after a build, with
/// `-XX:AOTCacheOutput`; later runs start with those classes ready (JEP 483, JEP 514).
final class Training {

  private static final int NAMES = 200;
  private static final Duration WINDOW_STAYS = Duration.ofSeconds(8);

  private Training() {}

  /// Runs commands and drops what they say.
  ///
  /// @param arguments archives to list; `--commands` for the other commands, `--window` for the
  ///   window, which wants a platform without a screen (`-Dglass.platform=Headless`)
  public static void main(String[] arguments) {
    for (String argument : arguments) {
      switch (argument) {
        case "--commands" -> commands(Path.of(System.getProperty("nib.samples")));
        case "--window" -> window(Path.of(System.getProperty("nib.samples")));
        default -> list(argument);
      }
    }
  }

  private static void list(String archive) {
    for (String format : List.of("text", "nm")) {
      run("symbols", "--format", format, archive);
    }
    run("symbols", "--format", "nm", "-gp", "--defined-only", archive);
    run("symbols", "--demangle", "--named", "memcpy", archive);
    run(lookup(archive));
    run("symbols", "--signatures", "--named", "memcpy", archive);
    run("symbols", "--signatures", archive);
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
      Thread.sleep(WINDOW_STAYS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(Status.FINE);
  }

  /// A question about many names, which takes other ways than one about a single name.
  private static String[] lookup(String archive) {
    var listing = new ByteArrayOutputStream();
    run(new PrintStream(listing), "symbols", "--format", "nm", "-gp", "--defined-only", archive);
    var names = new ArrayList<String>();
    for (String line : listing.toString(StandardCharsets.ISO_8859_1).lines().toList()) {
      int letter = line.indexOf(" T ");
      if (letter > 0 && names.size() < NAMES) {
        names.add(line.substring(letter + 3));
      }
    }
    Collections.shuffle(names, new Random(1)); // nobody asks in the archive's order
    var arguments = new ArrayList<>(List.of("symbols", archive));
    for (String name : names) {
      arguments.add("--named");
      arguments.add(name);
    }
    return arguments.toArray(String[]::new);
  }

  private static void run(String... arguments) {
    run(new PrintStream(OutputStream.nullOutputStream()), arguments);
  }

  private static void run(PrintStream out, String... arguments) {
    Main.run(arguments, new Main.Streams(out, out), Workbenches.local());
    out.flush();
  }
}
