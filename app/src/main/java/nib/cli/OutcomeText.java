package nib.cli;

import nib.engine.trial.Outcome;

/// A trial's outcome for people: the result alone on the last line of standard output, everything
/// that went wrong on standard error.
final class OutcomeText {

  private final Console console;
  private final String function;

  OutcomeText(Console console, String function) {
    this.console = console;
    this.function = function;
  }

  void print(Outcome outcome) {
    switch (outcome) {
      case Outcome.Returned(var value, _, var output) -> {
        if (!output.isEmpty()) {
          console.out().print(output.endsWith("\n") ? output : output + "\n");
        }
        console.line(value);
      }
      case Outcome.Invalid(var what, var cure, var output) -> {
        console.complain(what);
        lastWords(output);
        console.hint(cure);
      }
      case Outcome.Crashed(var signal, var meaning, var lastWords) -> {
        console.complain("%s crashed: %s, %s".formatted(function, signal, meaning));
        lastWords(lastWords);
        console.hint("look at what the function does with these arguments; Nib itself is unharmed");
      }
      case Outcome.Unresolved(var symbol, var lastWords) -> {
        console.complain("%s called %s, which no archive defines".formatted(function, symbol));
        lastWords(lastWords);
        console.hint(
            "put what defines it into the archive; what Pen exports is there in a program only");
      }
      case Outcome.Exited(var status, var lastWords) -> {
        console.complain("%s ended its process with exit status %d".formatted(function, status));
        lastWords(lastWords);
        console.hint("a foreign function has to return; `exit` ends the whole program");
      }
      case Outcome.TimedOut(var limit, var lastWords) -> {
        console.complain(
            "%s had not returned after %s s and was ended"
                .formatted(function, seconds(limit.toMillis())));
        lastWords(lastWords);
        console.hint("--timeout SECONDS gives it longer");
      }
      case Outcome.Cancelled() -> console.complain("%s was cancelled".formatted(function));
      case Outcome.Refused(var reason, var cure) -> {
        console.complain(reason);
        console.hint(cure);
      }
    }
  }

  private void lastWords(String text) {
    text.lines().forEach(line -> console.err().println("  " + line));
  }

  private static String seconds(long millis) {
    return millis % 1000 == 0 ? String.valueOf(millis / 1000) : String.valueOf(millis / 1000.0);
  }
}
