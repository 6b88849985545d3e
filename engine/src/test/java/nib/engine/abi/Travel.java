package nib.engine.abi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nib.engine.abi.CallSequence.Argument;
import nib.engine.ctype.CType;
import nib.engine.target.Target;

/// Where the parts of a call travel, in words that a calling sequence and a compiler's machine code
/// share.
///
/// @param arguments for each argument's part: `b0`, `d1`, `p2`, and `t3` and `w3` for an `any`
/// @param results registers in order
/// @param popped bytes that the callee takes off the stack
/// @param reserved bytes that the caller reserves on the stack for the call
record Travel(Map<String, Set<String>> arguments, List<String> results, int popped, int reserved) {

  static Travel of(MachineCode.Function made, MachineCode.Function caller) {
    var arguments = new TreeMap<String, Set<String>>();
    made.stored().forEach((name, from) -> arguments.put(name, new TreeSet<>(from)));
    return new Travel(
        arguments,
        made.results(),
        made.popped(),
        caller.calls().isEmpty() ? 0 : caller.calls().getFirst());
  }

  static Travel of(CallSequence sequence) {
    var abi = sequence.target().abi();
    var arguments = new TreeMap<String, Set<String>>();
    for (int i = 0; i < sequence.arguments().size(); i++) {
      var argument = sequence.arguments().get(i);
      switch (argument.passing()) {
        case Passing.Direct(var parts) ->
            parts.forEach(part -> direct(arguments, argument, part, sequence));
        case Passing.Reference(var pointer) -> {
          arguments.put("t" + i, Set.of(word(pointer.place(), 0, abi)));
          arguments.put("w" + i, Set.of(word(pointer.place(), 0, abi)));
        }
      }
    }
    return new Travel(
        arguments,
        switch (sequence.returned()) {
          case Returned.Nothing _ -> List.of();
          case Returned.Direct(var parts) ->
              parts.stream()
                  .map(Part::place)
                  .filter(place -> !(place instanceof Place.Operand))
                  .map(place -> word(place, 0, abi))
                  .toList();
          case Returned.Memory(_, var again) ->
              again.stream().map(one -> word(one, 0, abi)).toList();
        },
        sequence.frame().calleePops(),
        sequence.frame().argumentBytes());
  }

  private static void direct(
      Map<String, Set<String>> arguments, Argument argument, Part part, CallSequence sequence) {
    int i = sequence.arguments().indexOf(argument);
    int payload = argument.size() - 8;
    var abi = sequence.target().abi();
    switch (argument.parameter().type()) {
      case CType.Scalar.BOOL -> arguments.put("b" + i, Set.of(word(part.place(), 0, abi)));
      case CType.Scalar.DOUBLE -> arguments.put("d" + i, Set.of(word(part.place(), 0, abi)));
      case CType.Value _ when part.offset() < payload ->
          arguments.put("t" + i, Set.of(word(part.place(), 0, abi)));
      case CType.Value _ ->
          arguments.merge("w" + i, payload(part, sequence.target()), Travel::both);
      default -> arguments.put("p" + i, Set.of(word(part.place(), 0, abi)));
    }
  }

  /// A processor of 32 bits takes 64 bits from the stack in two steps.
  private static Set<String> payload(Part part, Target target) {
    var abi = target.abi();
    return part.place() instanceof Place.Stack
            && part.size() > target.pointerBytes()
            && abi == Target.Abi.SYSTEM_V_I386
        ? new TreeSet<>(List.of(word(part.place(), 0, abi), word(part.place(), 4, abi)))
        : Set.of(word(part.place(), 0, abi));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static String word(Place place, int within, Target.Abi abi) {
    return switch (place) {
      case Place.Register(var name) -> MachineCode.register(name, abi);
      case Place.Stack(int offset) -> "stack " + (offset + within);
      case Place.Local(int index) -> "local " + index;
      case Place.Operand() -> "result";
    };
  }

  /// One line, to be compared and read.
  String line() {
    return "%s; result %s, pops %d, reserves %d"
        .formatted(
            arguments.entrySet().stream()
                .map(one -> one.getKey() + " " + String.join(" ", one.getValue()))
                .collect(Collectors.joining(", ")),
            results,
            popped,
            reserved);
  }
}
