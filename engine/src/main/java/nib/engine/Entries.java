package nib.engine;

import java.util.ArrayList;
import java.util.List;
import nib.engine.Entry.Prototypes;
import nib.engine.Entry.Slot;
import nib.engine.abi.CallPart;
import nib.engine.abi.Lowered;
import nib.engine.abi.Lowering;
import nib.engine.abi.RecordNames;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Piece;
import nib.engine.foreign.Direction;
import nib.engine.foreign.ForeignFunction;
import nib.engine.prototype.CDeclaration;
import nib.engine.prototype.JavaDeclaration;
import nib.engine.prototype.JnaDeclaration;
import nib.engine.prototype.RustDeclaration;
import nib.engine.trial.SlotKind;
import nib.engine.types.Type;

/// Makes what people see of a foreign function.
final class Entries {

  private Entries() {}

  /// A package's border.
  static List<Entry> of(List<ForeignFunction> functions) {
    var lowering = new Lowering(RecordNames.of(functions));
    return functions.stream().map(one -> entry(one, lowering.lower(one))).toList();
  }

  private static Entry entry(ForeignFunction function, Lowered lowered) {
    return new Entry(
        function.id(),
        function.direction(),
        function.convention(),
        function.name(),
        function.module(),
        function.written(),
        function.location(),
        function.span(),
        pieces(function.spans()),
        prototypes(function.direction(), lowered),
        parameters(function),
        result(function.type()),
        remarks(lowered),
        function.used());
  }

  private static List<Piece> pieces(ForeignFunction.Spans spans) {
    var pieces = new ArrayList<Piece>();
    pieces.add(new Piece(spans.name(), List.of(new CallPart.Function())));
    for (int i = 0; i < spans.parameters().size(); i++) {
      pieces.add(new Piece(spans.parameters().get(i), List.of(new CallPart.Argument(i))));
    }
    spans.result().ifPresent(span -> pieces.add(new Piece(span, List.of(new CallPart.Result()))));
    return pieces;
  }

  private static Prototypes prototypes(Direction direction, Lowered lowered) {
    return switch (lowered) {
      case Lowered.Declared(var function, _, var parts) ->
          new Prototypes(
              CDeclaration.of(function, parts),
              switch (direction) {
                case IMPORT -> RustDeclaration.definition(function, parts);
                case EXPORT -> RustDeclaration.block(function, parts);
              },
              JavaDeclaration.of(function, parts),
              JnaDeclaration.of(function, parts));
      case Lowered.Undeclared(var why) -> {
        var line = Spelled.of("// no declaration: " + why);
        yield new Prototypes(
            Spelled.of("/* no declaration: %s */".formatted(why)), line, line, line);
      }
    };
  }

  private static List<String> remarks(Lowered lowered) {
    return switch (lowered) {
      case Lowered.Declared(_, var remarks, _) -> remarks;
      case Lowered.Undeclared _ -> List.of();
    };
  }

  private static List<Slot> parameters(ForeignFunction function) {
    var slots = new ArrayList<Slot>();
    if (function.type() instanceof Type.Function(var parameters, _)) {
      for (int i = 0; i < parameters.size(); i++) {
        slots.add(slot(function.parameterNames().get(i), parameters.get(i)));
      }
    }
    return slots;
  }

  private static Slot result(Type type) {
    return type instanceof Type.Function(_, var result)
        ? slot("result", result)
        : new Slot("result", type.written(), SlotKind.UNSUPPORTED);
  }

  private static Slot slot(String name, Type type) {
    return new Slot(name, type.written(), kind(type));
  }

  private static SlotKind kind(Type type) {
    return switch (type) {
      case Type.Primitive primitive ->
          switch (primitive) {
            case NUMBER -> SlotKind.NUMBER;
            case BOOLEAN -> SlotKind.BOOLEAN;
            case STRING -> SlotKind.STRING;
            case NONE -> SlotKind.NONE;
            case ANY, ERROR -> SlotKind.UNSUPPORTED;
          };
      case Type.Function _,
          Type.ListOf _,
          Type.MapOf _,
          Type.RecordOf _,
          Type.Union _,
          Type.Unknown _ ->
          SlotKind.UNSUPPORTED;
    };
  }
}
