package nib.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.CallSequence;
import nib.engine.abi.Part;
import nib.engine.abi.Passing;
import nib.engine.abi.Place;
import nib.engine.abi.Returned;
import nib.engine.explain.Picture.Role;

/// The places that one call's values travel in, as rows of a drawing: the registers for arguments,
/// taken or not, and the stack.
final class Places {

  /// A row.
  ///
  /// @param about the values that are there
  record Row(String text, Role role, List<CallPart> about) {
    Row {
      about = List.copyOf(about);
    }
  }

  private final CallSequence call;
  private final CallParts parts;
  private final Map<Place, List<String>> uses = new LinkedHashMap<>();
  private final Map<Place, Set<CallPart>> about = new LinkedHashMap<>();
  private final Map<Place, Integer> rowOf = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  Places(CallSequence call, CallParts parts) {
    this.call = call;
    this.parts = parts;
    collect();
    registers(
        call.registers().integers(), Role.INTEGER_REGISTER, call.registers().integers().size());
    registers(call.registers().floats(), Role.FLOATING_REGISTER, lastFloat());
    uses.keySet().forEach(this::parameter);
    stack();
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /// The row of a place that an argument travels in.
  int row(Place place) {
    return rowOf.getOrDefault(place, 0);
  }

  /// Where the result comes back, a line for each part of it.
  List<String> result() {
    return switch (call.returned()) {
      case Returned.Nothing() -> List.of();
      case Returned.Direct(var parts) ->
          parts.stream()
              .map(part ->
                  padded(CallWords.place(part.place()))
                      + "result"
                      + (parts.size() == 1 ? "" : bytes(part)))
              .toList();
      case Returned.Memory(_, var again) ->
          List.of(
              again
                  .map(one -> padded(CallWords.place(one)) + "its address, in memory")
                  .orElse("in memory"));
    };
  }

  private void collect() {
    if (call.returned() instanceof Returned.Memory(var pointer, _)) {
      use(pointer.place(), "address for the result", new CallPart.Result());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      var argument = call.arguments().get(i);
      String name = argument.parameter().name();
      var part = parts.parameters().get(i);
      switch (argument.passing()) {
        case Passing.Direct(var pieces) -> {
          for (var piece : pieces) {
            use(piece.place(), pieces.size() == 1 ? name : name + bytes(piece), part);
          }
        }
        case Passing.Reference(var pointer) -> use(pointer.place(), "address of " + name, part);
      }
    }
  }

  private static String bytes(Part part) {
    return ": bytes %d to %d".formatted(part.offset(), part.offset() + part.size() - 1);
  }

  private void use(Place place, String what, CallPart part) {
    uses.computeIfAbsent(place, _ -> new ArrayList<>()).add(what);
    about.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(part);
  }

  private int lastFloat() {
    var floats = call.registers().floats();
    int last = 0;
    for (int i = 0; i < floats.size(); i++) {
      if (uses.containsKey(new Place.Register(floats.get(i)))) {
        last = i + 1;
      }
    }
    return last;
  }

  private void registers(List<String> names, Role role, int count) {
    var idle = new ArrayList<String>();
    for (String name : names.subList(0, count)) {
      var place = new Place.Register(name);
      if (uses.containsKey(place)) {
        idle(idle);
        add(place, name, role);
      } else {
        idle.add(name);
      }
    }
    idle(idle);
  }

  /// One row for registers in a row that nothing travels in.
  private void idle(List<String> names) {
    if (!names.isEmpty()) {
      rows.add(new Row(padded(CallWords.registers(names)) + "not used", Role.UNUSED, List.of()));
      names.clear();
    }
  }

  private void parameter(Place place) {
    if (place instanceof Place.Local(int index)) {
      add(place, "parameter " + index, Role.INTEGER_REGISTER);
    }
  }

  private void stack() {
    if (call.frame().shadowBytes() > 0) {
      rows.add(
          new Row(
              "stack + 0   shadow space, %d bytes".formatted(call.frame().shadowBytes()),
              Role.UNUSED,
              List.of()));
    }
    uses.keySet().stream()
        .filter(Place.Stack.class::isInstance)
        .sorted((one, other) -> ((Place.Stack) one).offset() - ((Place.Stack) other).offset())
        .toList()
        .forEach(place -> add(place, CallWords.place(place), Role.STACK));
  }

  private void add(Place place, String name, Role role) {
    rowOf.put(place, rows.size());
    rows.add(
        new Row(
            padded(name) + String.join(", ", uses.getOrDefault(place, List.of())),
            role,
            List.copyOf(about.getOrDefault(place, Set.of()))));
  }

  private String padded(String name) {
    int width = call.registers().integers().isEmpty() || name.length() > 6 ? name.length() + 3 : 7;
    return name + " ".repeat(Math.max(1, width - name.length()));
  }
}
