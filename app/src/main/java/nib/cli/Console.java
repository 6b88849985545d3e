package nib.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nib.engine.binary.RawText;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Location;
import picocli.CommandLine.Help;

/// The terminal: answers go to standard output, progress and complaints to standard error. Colour
/// only repeats what words say.
final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;

  /// Whether there are colours; nothing until it matters, since the terminal is found with a search
  /// for services.
  private Optional<Boolean> colour = Optional.empty();

  Console(PrintStream out, PrintStream err, Path directory) {
    this.out = out;
    this.err = err;
    this.directory = directory;
  }

  PrintStream out() {
    return out;
  }

  /// Standard error; what went to standard output before is written first, so that a terminal shows
  /// both in order.
  PrintStream err() {
    out.flush();
    return err;
  }

  Path directory() {
    return directory;
  }

  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }

  /// `always`, `never`, or `auto`: on a terminal, unless `NO_COLOR` is set or the terminal is dumb.
  void colour(ColourChoice choice) {
    colour =
        switch (choice) {
          case ALWAYS -> Optional.of(true);
          case NEVER -> Optional.of(false);
          case AUTO -> Optional.empty();
        };
  }

  private boolean coloured() {
    if (colour.isEmpty()) {
      colour = Optional.of(colourByDefault());
    }
    return colour.get();
  }

  /// The values of `--color`.
  enum ColourChoice {
    ALWAYS,
    NEVER,
    AUTO
  }

  private static boolean colourByDefault() {
    String none = System.getenv("NO_COLOR");
    if ((none != null && !none.isEmpty()) || "dumb".equals(System.getenv("TERM")) || written()) {
      return false;
    }
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
  }

  /// Whether standard output is known to be a file or a pipe. The search for a terminal takes
  /// longer than most answers, which are often written to one of those.
  private static boolean written() {
    try {
      var output = Path.of("/proc/self/fd/1"); // Linux; other systems have none
      String target = Files.readSymbolicLink(output).toString();
      return target.startsWith("pipe:")
          || target.equals("/dev/null")
          || Files.isRegularFile(output);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  Help.ColorScheme helpColours() {
    return Help.defaultColorScheme(coloured() ? Help.Ansi.ON : Help.Ansi.OFF);
  }

  void line(String text) {
    out.println(text);
  }

  void blank() {
    out.println();
  }

  /// Progress, for people who wait.
  void progress(String text) {
    err().println(dim(text));
  }

  void complain(String what) {
    err().println("nib: " + what);
  }

  void hint(String cure) {
    if (!cure.isEmpty()) {
      err().println("  cure: " + cure);
    }
  }

  String shown(Path file) {
    return (file.startsWith(directory) ? directory.relativize(file) : file).toString();
  }

  String shown(Location location) {
    return location.relativeTo(directory);
  }

  String verdict(Verdict verdict) {
    String text = verdict.glyph() + " " + verdict.word();
    return switch (verdict) {
      case AGREES -> paint(text, "32");
      case BROKEN -> paint(text, "31");
      case DOUBTFUL -> paint(text, "33");
      case NOT_CHECKABLE, NOT_BUILT -> dim(text);
    };
  }

  String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> paint(severity.word(), "31;1");
      case WARNING -> paint(severity.word(), "33;1");
      case NOTE -> paint(severity.word(), "36");
    };
  }

  String bold(String text) {
    return paint(text, "1");
  }

  String dim(String text) {
    return paint(text, "2");
  }

  /// What stands around text that is shown in another way, for those who write bytes.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares paints
  record Paint(byte[] before, byte[] after) {}

  Paint bold() {
    return paint("1");
  }

  Paint dim() {
    return paint("2");
  }

  private Paint paint(String code) {
    return new Paint(RawText.encode(before(code)), RawText.encode(after()));
  }

  private String paint(String text, String code) {
    return before(code) + text + after();
  }

  private String before(String code) {
    return coloured() ? "\u001b[" + code + "m" : "";
  }

  private String after() {
    return coloured() ? "\u001b[0m" : "";
  }
}
