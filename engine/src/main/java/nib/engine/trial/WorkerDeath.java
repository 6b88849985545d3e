package nib.engine.trial;

import java.util.Optional;
import java.util.regex.Pattern;

/// What is known of a worker that ended before it answered.
///
/// @param status the exit status; 128 and a signal's number where a signal ended it
/// @param stage where in the call it was
/// @param output what it wrote, the JVM's words included
record WorkerDeath(int status, WorkerMessage.Stage stage, String output) {

  /// The JVM's words begin with a line of their own, which follows on whatever was written without
  /// a line end.
  private static final Pattern JVM_WORDS =
      Pattern.compile(
          "#\\n# (?:A fatal error has been detected by|There is insufficient memory for)"
              + " the Java Runtime Environment.*",
          Pattern.DOTALL);

  /// What a stub in the place of a missing function writes last.
  private static final Pattern UNDEFINED =
      Pattern.compile("(?s)(.*?)" + Pattern.quote(Shim.UNDEFINED) + "(\\S+)\\n");

  /// The outcome, by the JVM's report if it wrote one.
  Outcome outcome(Optional<CrashReport> report) {
    String words = JVM_WORDS.matcher(output).replaceFirst("");
    if (report.isPresent()) {
      var signal = report.get().signal().orElse(Signal.SIGABRT);
      return new Outcome.Crashed(
          signal.name(),
          report.get().meaning() + stage.circumstance(),
          withLine(words, report.get().frame()));
    }
    var undefined = UNDEFINED.matcher(words);
    if (status == Shim.NOT_FOUND && undefined.matches()) {
      return new Outcome.Unresolved(undefined.group(2), undefined.group(1));
    }
    return Signal.ofStatus(status)
        .<Outcome>map(signal ->
            new Outcome.Crashed(signal.name(), meaning(signal) + stage.circumstance(), words))
        .orElseGet(() -> new Outcome.Exited(status, words));
  }

  /// The JVM reports every other SIGSEGV. Its handler runs on the stack of the thread that faulted,
  /// so that it cannot run where that is used up.
  private static String meaning(Signal signal) {
    return signal == Signal.SIGSEGV
        ? "invalid memory access without a trace: most likely a stack overflow, as by recursion without"
            + " an end"
        : signal.meaning();
  }

  private static String withLine(String words, String line) {
    if (line.isEmpty() || words.isEmpty()) {
      return words + line;
    }
    return words.endsWith("\n") ? words + line : words + "\n" + line;
  }
}
