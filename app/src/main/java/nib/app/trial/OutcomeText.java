package nib.app.trial;

import nib.app.build.BuildViewModel;
import nib.engine.diagnosis.Verdict;
import nib.engine.trial.Outcome;

/// Words for how a trial ended.
///
/// @param mark glyph and colour, borrowed from the verdicts
/// @param headline the result itself, or what happened instead
/// @param note the time it took, or what the headline means
/// @param detail what the function wrote, or its last words; may be long
public record OutcomeText(Verdict mark, String headline, String note, String detail) {

  /// The words for an outcome.
  public static OutcomeText of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned(var value, var took, var output) ->
          new OutcomeText(Verdict.AGREES, value, BuildViewModel.words(took), output);
      case Outcome.Invalid(var what, var cure, var output) ->
          new OutcomeText(Verdict.BROKEN, what, cure, output);
      case Outcome.Crashed(var signal, var meaning, var lastWords) ->
          new OutcomeText(Verdict.BROKEN, "crashed: " + signal, meaning, lastWords);
      case Outcome.Unresolved(var symbol, var lastWords) ->
          new OutcomeText(
              Verdict.BROKEN,
              "called " + symbol,
              "no archive defines it; in a program, Pen may export it",
              lastWords);
      case Outcome.Exited(var status, var lastWords) ->
          new OutcomeText(
              Verdict.BROKEN,
              "ended the process with status " + status,
              "the function never came back",
              lastWords);
      case Outcome.TimedOut(var limit, var lastWords) ->
          new OutcomeText(
              Verdict.DOUBTFUL,
              "ran out of time",
              "ended after " + BuildViewModel.words(limit),
              lastWords);
      case Outcome.Cancelled() -> new OutcomeText(Verdict.NOT_BUILT, "cancelled", "", "");
      case Outcome.Refused(var reason, var cure) ->
          new OutcomeText(Verdict.NOT_CHECKABLE, reason, cure, "");
    };
  }

  /// One line for a list.
  public String line() {
    return mark == Verdict.AGREES ? "= " + headline : mark.glyph() + " " + headline;
  }
}
