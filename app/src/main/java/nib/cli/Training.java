package nib.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// What a virtual machine is shown when its cache of loaded and linked classes is made: the
/// commands that people wait for. `nib` and the installer run this once after a build, with
/// `-XX:AOTCacheOutput`; later runs start with those classes ready (JEP 483, JEP 514).
final class Training {

  private Training() {}

  /// Runs commands and drops what they say.
  ///
  /// @param arguments archives to list, for a cache of that alone; none for the other commands
  public static void main(String[] arguments) {
    for (String archive : arguments) {
      for (String format : List.of("text", "nm")) {
        run("symbols", "--format", format, archive);
      }
      run("symbols", "--format", "nm", "-gp", "--defined-only", archive);
      run("symbols", "--demangle", "--named", "memcpy", archive);
      run("symbols", "--signatures", "--named", "memcpy", archive);
    }
    if (arguments.length == 0) {
      var sample = Path.of(System.getProperty("nib.samples"), "arithmetic").toString();
      run("foreign", sample);
      run("header", sample);
      run("check", sample);
      run("abi", sample, "add");
      run("--help");
    }
  }

  private static void run(String... arguments) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    Main.run(arguments, new Main.Streams(nowhere, nowhere), Workbenches.local());
  }
}
