package nib.engine.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the JVM of a worker wrote of its own end.
///
/// The JVM catches the signals of faults (SIGSEGV, SIGBUS, SIGFPE, SIGILL) in native code, writes a
/// report and aborts, so that the exit status tells of SIGABRT whatever the fault was. The lines that
/// matter are
///
///     #  SIGSEGV (0xb) at pc=0x00007fcbc003e1e1, pid=8810, tid=8831
///     C  [lib.so+0x11e1]  parse+0x26
///     siginfo: si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr: 0x0000000000000000
///
/// @param signal empty when the JVM gave up for a reason of its own
/// @param meaning the signal in words, with the address where the report tells it
/// @param frame where in the library it happened: `in parse+0x26`; empty when it was elsewhere
record CrashReport(Optional<Signal> signal, String meaning, String frame) {

  private static final Pattern SIGNAL = Pattern.compile("^#\\s+(SIG\\w+) \\(", Pattern.MULTILINE);

  private static final Pattern SIGNAL_INFO =
      Pattern.compile(
          "^siginfo: .*?si_code: (-?\\d+)(?:[^,\\n]*, si_addr: 0x(\\p{XDigit}+))?",
          Pattern.MULTILINE);

  private static final String OUT_OF_MEMORY = "There is insufficient memory";

  /// Signals that a process sends have codes of 0 and less; this one says that the processor did
  /// not tell the address (sigaction(2)).
  private static final int ADDRESS_UNKNOWN = 128;

  /// Reads the report, if there is one.
  ///
  /// @param library the file name of the library whose frames count
  static Optional<CrashReport> read(Path file, String library) {
    try {
      return Files.exists(file)
          ? Optional.of(of(Files.readString(file, StandardCharsets.ISO_8859_1), library))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static CrashReport of(String report, String library) {
    var signal = first(SIGNAL, report).flatMap(found -> Signal.named(found.group(1)));
    return new CrashReport(signal, meaning(signal, report), frame(report, library));
  }

  private static String meaning(Optional<Signal> signal, String report) {
    if (signal.isEmpty()) {
      return report.contains(OUT_OF_MEMORY)
          ? "no memory was left"
          : "the memory of the process was damaged";
    }
    return signal.get().meaning() + circumstances(signal.get(), report);
  }

  private static String circumstances(Signal signal, String report) {
    var info = first(SIGNAL_INFO, report);
    int code = info.map(found -> Integer.parseInt(found.group(1))).orElse(ADDRESS_UNKNOWN);
    if (code <= 0) {
      return ", by a signal that the program sent itself";
    }
    boolean isAccess = signal == Signal.SIGSEGV || signal == Signal.SIGBUS;
    return isAccess && code != ADDRESS_UNKNOWN
        ? info.map(found -> found.group(2)).map(CrashReport::address).orElse("")
        : "";
  }

  private static String address(String digits) {
    return " at address 0x" + Long.toHexString(Long.parseUnsignedLong(digits, 16));
  }

  private static String frame(String report, String library) {
    var frame =
        Pattern.compile(
            "^C  \\[" + Pattern.quote(library) + "\\+0x\\p{XDigit}+\\]  (\\S.*)$",
            Pattern.MULTILINE);
    return first(frame, report).map(found -> "in " + found.group(1).strip()).orElse("");
  }

  private static Optional<Matcher> first(Pattern pattern, String report) {
    var matcher = pattern.matcher(report);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }
}
