package nib.engine.trial;

import java.util.Locale;

/// What trials have to know of the system they run on.
final class Platform {

  private static final String OS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

  static final boolean IS_MAC = OS.startsWith("mac");
  static final boolean IS_WINDOWS = OS.startsWith("windows");

  private Platform() {}

  /// What JNA calls this system and processor.
  static String jnaName() {
    String machine = System.getProperty("os.arch", "");
    String processor = machine.equals("amd64") || machine.equals("x86_64") ? "x86-64" : machine;
    return (IS_MAC ? "darwin-" : "linux-") + processor;
  }
}
