package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import nib.engine.abi.CallRules.Habit;
import nib.engine.abi.CallSequence.Argument;
import nib.engine.abi.CallSequence.Frame;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.foreign.Convention;
import nib.engine.target.Target;

/// Calling sequences of functions whose types are those of Pen's border.
public final class Calls {

  private Calls() {}

  /// How C compilers, and Rust for `extern "C"`, call a function of this declaration.
  public static CallSequence byC(CFunction function, Target target) {
    return sequence(function, target, PlatformRules.of(target.abi()));
  }

  /// How code that Pen's compiler made calls and defines it.
  ///
  /// @param function the declaration with the convention's hidden parameters
  public static CallSequence byPen(CFunction function, Convention convention, Target target) {
    return sequence(function, target, PenRules.of(target.abi(), convention));
  }

  private static CallSequence sequence(CFunction function, Target target, CallRules rules) {
    var assigner = new Assigner(rules);
    var pointer = Shape.pointer(target);
    var returned = returned(function.result(), target, rules, assigner);
    var arguments = new ArrayList<Argument>();
    for (var parameter : function.parameters()) {
      var shape = Shape.of(parameter.type(), target);
      arguments.add(new Argument(parameter, shape.size(), assigner.pass(shape, pointer)));
    }
    return new CallSequence(
        function,
        target,
        rules.standard(),
        rules.registers(),
        arguments,
        returned,
        frame(rules, returned, assigner.stackBytes()),
        callbacks(function, target, rules));
  }

  private static List<CallSequence> callbacks(CFunction function, Target target, CallRules rules) {
    var callbacks = new ArrayList<CallSequence>();
    for (var parameter : function.parameters()) {
      if (parameter.type() instanceof CType.FunctionPointer(var result, var types)) {
        var unnamed = types.stream().map(type -> new CFunction.Parameter("", type)).toList();
        callbacks.add(sequence(new CFunction(parameter.name(), result, unnamed), target, rules));
      }
    }
    return callbacks;
  }

  private static Frame frame(CallRules rules, Returned returned, int bytes) {
    if (rules.has(Habit.CALLEE_POPS)) {
      // The area and the return address together are a multiple of the stack's alignment.
      int address = rules.frame().returnAddress();
      int area = Assigner.roundUp(bytes + address, rules.frame().alignment()) - address;
      return new Frame(area, rules.shadow(), area, rules.frame());
    }
    boolean pops =
        returned instanceof Returned.Memory && rules.has(Habit.CALLEE_POPS_RESULT_ADDRESS);
    return new Frame(bytes, rules.shadow(), pops ? rules.slot() : 0, rules.frame());
  }

  private static Returned returned(
      CType result, Target target, CallRules rules, Assigner assigner) {
    if (result == CType.Scalar.VOID) {
      return new Returned.Nothing();
    }
    var shape = Shape.of(result, target);
    boolean structure = shape.words().size() > 1;
    if (structure && !rules.results().structures()) {
      var address = assigner.pass(Shape.pointer(target), Shape.pointer(target));
      return new Returned.Memory(
          ((Passing.Direct) address).parts().getFirst(), rules.results().again());
    }
    if (rules.has(Habit.NUMBERED)) {
      return new Returned.Direct(List.of(new Part(0, shape.size(), new Place.Operand())));
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < shape.words().size(); i++) {
      var word = shape.words().get(i);
      String register =
          word.kind() == Shape.Kind.FLOATING
              ? rules.results().floating()
              : rules.results().integers().get(i);
      parts.add(new Part(word.offset(), word.size(), new Place.Register(register)));
    }
    return new Returned.Direct(parts);
  }
}
