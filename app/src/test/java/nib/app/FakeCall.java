package nib.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.CallView;
import nib.engine.Entry;
import nib.engine.Entry.Slot;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.Calls;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Layouts;
import nib.engine.abi.Memory;
import nib.engine.abi.RecordNames;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.diagnostic.FailureException;
import nib.engine.target.Target;
import nib.engine.trial.SlotKind;

/// The real call of a made-up entry.
final class FakeCall {

  private FakeCall() {}

  static CallView of(Entry entry, Target target) throws FailureException {
    if (entry.penType().contains("[")) {
      throw new FailureException(
          "`%s` has no declaration in C: what its list has in it is not known"
              .formatted(entry.symbol()),
          "mend its type; `nib foreign` shows where");
    }
    var parameters = new ArrayList<CFunction.Parameter>();
    var parts = new ArrayList<CallPart>();
    for (int i = 0; i < entry.parameters().size(); i++) {
      var slot = entry.parameters().get(i);
      if (slot.kind() != SlotKind.NONE) {
        parameters.add(new CFunction.Parameter(slot.name(), type(slot)));
        parts.add(new CallPart.Argument(i));
      }
    }
    var function = new CFunction(entry.symbol(), type(entry.result()), parameters);
    var c = Calls.byC(function, target);
    var pen = Calls.byPen(function, entry.convention(), target);
    return new CallView(
        entry, c, pen, new CallParts(parts), Disagreement.between(c, pen), memory(entry, target));
  }

  private static Memory memory(Entry entry, Target target) {
    var layouts = new Layouts(target, RecordNames.of(List.of()));
    var types =
        Stream.concat(entry.parameters().stream(), Stream.of(entry.result()))
            .map(Slot::penType)
            .toList();
    return new Memory(
        types.contains("any") ? List.of(layouts.any(), layouts.typeInfo()) : List.of(),
        types.contains("string") ? List.of(layouts.block(layouts.string())) : List.of());
  }

  private static CType type(Slot slot) {
    return switch (slot.kind()) {
      case NUMBER -> CType.Scalar.DOUBLE;
      case BOOLEAN -> CType.Scalar.BOOL;
      case STRING -> new CType.Pointer("pen_string");
      case NONE -> CType.Scalar.VOID;
      case UNSUPPORTED -> new CType.Value("pen_any");
    };
  }
}
