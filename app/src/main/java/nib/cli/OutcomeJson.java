package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nib.engine.trial.Outcome;

/// A trial's outcome for machines.
record OutcomeJson(String function, List<String> arguments, Outcome outcome) {

  void write(JsonGenerator json) throws IOException {
    json.writeStringField("function", function);
    Json.array(json, "arguments", arguments, JsonGenerator::writeString);
    switch (outcome) {
      case Outcome.Returned(var value, var took, var output) -> {
        json.writeStringField("outcome", "returned");
        json.writeStringField("value", value);
        json.writeNumberField("nanoseconds", took.toNanos());
        json.writeStringField("output", output);
      }
      case Outcome.Invalid(var what, var cure, var output) -> {
        json.writeStringField("outcome", "invalid");
        json.writeStringField("what", what);
        json.writeStringField("cure", cure);
        json.writeStringField("output", output);
      }
      case Outcome.Crashed(var signal, var meaning, var lastWords) -> {
        json.writeStringField("outcome", "crashed");
        json.writeStringField("signal", signal);
        json.writeStringField("meaning", meaning);
        json.writeStringField("lastWords", lastWords);
      }
      case Outcome.Unresolved(var symbol, var lastWords) -> {
        json.writeStringField("outcome", "unresolved");
        json.writeStringField("symbol", symbol);
        json.writeStringField("lastWords", lastWords);
      }
      case Outcome.Exited(var status, var lastWords) -> {
        json.writeStringField("outcome", "exited");
        json.writeNumberField("status", status);
        json.writeStringField("lastWords", lastWords);
      }
      case Outcome.TimedOut(var limit, var lastWords) -> {
        json.writeStringField("outcome", "timed-out");
        json.writeNumberField("limitMilliseconds", limit.toMillis());
        json.writeStringField("lastWords", lastWords);
      }
      case Outcome.Cancelled() -> json.writeStringField("outcome", "cancelled");
      case Outcome.Refused(var reason, var cure) -> {
        json.writeStringField("outcome", "refused");
        json.writeStringField("reason", reason);
        json.writeStringField("cure", cure);
      }
    }
  }
}
