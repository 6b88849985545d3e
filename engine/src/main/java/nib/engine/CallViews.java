package nib.engine;

import java.util.List;
import nib.engine.abi.Calls;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Layouts;
import nib.engine.abi.Lowered;
import nib.engine.abi.Lowering;
import nib.engine.abi.Memory;
import nib.engine.abi.RecordNames;
import nib.engine.diagnostic.FailureException;
import nib.engine.foreign.ForeignFunction;
import nib.engine.target.Target;

/// Makes what people see of calls.
final class CallViews {

  private CallViews() {}

  /// @param border the entry's package's
  static CallView of(Entry entry, List<ForeignFunction> border, Target target)
      throws FailureException {
    var names = RecordNames.of(border);
    var function =
        border.stream()
            .filter(one -> one.id().equals(entry.id()))
            .findFirst()
            .orElseThrow(() ->
                new FailureException(
                    "`%s` is not declared any more".formatted(entry.symbol()),
                    "open the package again"));
    return switch (new Lowering(names).lower(function)) {
      case Lowered.Declared(var declared, _, var parts) -> {
        var c = Calls.byC(declared, target);
        var pen = Calls.byPen(declared, function.convention(), target);
        yield new CallView(
            entry,
            c,
            pen,
            parts,
            Disagreement.between(c, pen),
            Memory.of(function, new Layouts(target, names)));
      }
      case Lowered.Undeclared(var why) ->
          throw new FailureException(
              "`%s` has no declaration in C: %s".formatted(entry.symbol(), why),
              "mend its type; `nib foreign` shows where");
    };
  }
}
