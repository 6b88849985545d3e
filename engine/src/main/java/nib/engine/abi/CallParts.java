package nib.engine.abi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;

/// Which parts of a call the pieces of its C declaration are.
///
/// @param parameters in the order of the C declaration
public record CallParts(List<CallPart> parameters) {

  public CallParts {
    parameters = List.copyOf(parameters);
  }

  /// Those of a declaration whose parameters are Pen's, one by one.
  public static CallParts plain(CFunction function) {
    return new CallParts(
        IntStream.range(0, function.parameters().size())
            .<CallPart>mapToObj(CallPart.Argument::new)
            .toList());
  }

  /// What the C function returns: nothing of Pen's where a continuation gets the result.
  public List<CallPart> returned() {
    return parameters.contains(new CallPart.Continuation())
        ? List.of()
        : List.of(new CallPart.Result());
  }

  /// What the function is called with whose address is a parameter: the parts of its parameters.
  public List<CallPart> calledWith(int parameter) {
    return parameters.get(parameter) instanceof CallPart.Continuation
        ? List.of(new CallPart.Stack(), new CallPart.Result())
        : List.of();
  }

  /// What a call of a function is about whose address is a parameter: the parameter, then what it
  /// is called with.
  ///
  /// @param callback one of the call's
  public List<CallPart> of(CallSequence callback, CallSequence call) {
    var names = call.function().parameters().stream().map(CFunction.Parameter::name).toList();
    int at = names.indexOf(callback.function().name());
    var found = new ArrayList<CallPart>(List.of(parameters.get(at)));
    found.addAll(calledWith(at));
    return List.copyOf(found);
  }

  /// The parts whose values are, or point to, memory of a layout; those of a function's type are
  /// what it is called with.
  ///
  /// @param layout the layout's name
  public List<CallPart> in(String layout, CFunction function) {
    var found = new LinkedHashSet<CallPart>();
    for (int i = 0; i < parameters.size(); i++) {
      if (function.parameters().get(i).type() instanceof CType.FunctionPointer(_, var types)) {
        var parts = calledWith(i);
        for (int at = 0; at < Math.min(parts.size(), types.size()); at++) {
          if (isIn(types.get(at), layout)) {
            found.add(parts.get(at));
          }
        }
      } else if (isIn(function.parameters().get(i).type(), layout)) {
        found.add(parameters.get(i));
      }
    }
    if (isIn(function.result(), layout)) {
      found.addAll(returned());
    }
    return List.copyOf(found);
  }

  private static boolean isIn(CType type, String layout) {
    return switch (type) {
      case CType.Pointer(var to) -> to.equals(layout);
      case CType.Value(var name) -> name.equals(layout);
      case CType.Scalar _, CType.FunctionPointer _ -> false;
    };
  }
}
