package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.abi.CallSequence;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Layout;
import nib.engine.abi.Memory;
import nib.engine.abi.Passing;
import nib.engine.abi.Place;
import nib.engine.ctype.CType;
import nib.engine.prototype.CDeclaration;

/// A call and its memory as text in columns: what the picture shows, in words.
public final class CallText {

  private final List<String> lines = new ArrayList<>();
  private final CallPicture.Values values;

  private CallText(CallPicture.Values values) {
    this.values = values;
  }

  /// The lines, without colour.
  public static List<String> of(CallPicture.Side side, CallPicture.Values values) {
    var text = new CallText(values);
    text.arguments(side.call());
    text.result(side.call());
    side.call().callbacks().forEach(text::callback);
    text.frame(side.call());
    text.disagreements(side.disagreements());
    text.memory(side.memory());
    return List.copyOf(text.lines);
  }

  private void arguments(CallSequence sequence) {
    if (sequence.arguments().isEmpty()) {
      lines.add("Arguments: none");
      return;
    }
    lines.add("Arguments");
    table(
        sequence.arguments().stream()
            .map(one -> row(one, values.argument(one.parameter().name())))
            .toList());
  }

  private static List<String> row(CallSequence.Argument argument, Optional<String> value) {
    var parameter = argument.parameter();
    return List.of(
        CDeclaration.declarator(parameter.type(), parameter.name()).strip() + value(value),
        bytes(argument.size()),
        detail(argument.passing()));
  }

  /// With the bytes of each part where there are several.
  private static String detail(Passing passing) {
    return passing instanceof Passing.Direct(var parts)
            && parts.size() > 1
            && !(parts.getFirst().place() instanceof Place.Stack)
        ? parts.stream()
            .map(part ->
                "%s (bytes %d to %d)"
                    .formatted(
                        CallWords.place(part.place()),
                        part.offset(),
                        part.offset() + part.size() - 1))
            .collect(Collectors.joining(", "))
        : CallWords.passing(passing);
  }

  private void result(CallSequence sequence) {
    lines.add("");
    lines.add("Result: " + CallWords.returned(sequence.returned()) + value(values.result()));
  }

  private static String value(Optional<String> value) {
    return value.map(text -> " = " + text).orElse("");
  }

  private void callback(CallSequence callback) {
    lines.add("");
    lines.add("Then `%s` is called with".formatted(callback.function().name()));
    table(callback.arguments().stream().map(one -> row(one, Optional.empty())).toList());
  }

  private void frame(CallSequence sequence) {
    var frame = sequence.frame();
    var rules = frame.rules();
    lines.add("");
    lines.add("Stack");
    rules
        .stackPointer()
        .ifPresent(pointer ->
            lines.add(
                "  %s is a multiple of %d at the call; `stack + N` is N bytes above it"
                    .formatted(pointer, rules.alignment())));
    if (rules.returnAddress() > 0) {
      lines.add(
          "  the call pushes the return address: in the function all of it is %d bytes further up"
              .formatted(rules.returnAddress()));
    }
    lines.add("  " + argumentArea(frame));
    lines.add(
        rules.redZone() > 0
            ? "  the %d bytes below the stack pointer are the function's to use (red zone)"
                .formatted(rules.redZone())
            : "  nothing below the stack pointer is safe (no red zone)");
    if (sequence.arguments().stream()
        .anyMatch(one -> one.parameter().type() == CType.Scalar.BOOL)) {
      lines.add("");
      lines.add(
          "A bool is 0 or 1 in its low %d bits; those above mean nothing"
              .formatted(rules.booleanBits()));
    }
    registers(rules);
  }

  private static String argumentArea(CallSequence.Frame frame) {
    String area =
        frame.shadowBytes() == 0
            ? "arguments take %s".formatted(bytes(frame.argumentBytes()))
            : "arguments take %s, the first %d for the function to save registers in (shadow space)"
                .formatted(bytes(frame.argumentBytes()), frame.shadowBytes());
    if (frame.argumentBytes() == 0) {
      return "no argument is on it";
    }
    return frame.calleePops() == 0
        ? area + "; the caller takes them off"
        : area + "; the function takes %s off".formatted(bytes(frame.calleePops()));
  }

  private void registers(CallSequence.FrameRules rules) {
    lines.add("");
    lines.add("Registers");
    lines.add("  kept by the function: " + CallWords.registers(rules.preserved()));
    if (!rules.changed().isEmpty()) {
      lines.add("  may change: " + CallWords.registers(rules.changed()));
    }
  }

  private void disagreements(List<Disagreement> disagreements) {
    if (!disagreements.isEmpty()) {
      lines.add("");
      lines.add("Pen's compiler does not follow the platform here");
      disagreements.forEach(one -> lines.add("  " + CallWords.disagreement(one)));
    }
  }

  private void memory(Memory memory) {
    for (var layout : memory.plain()) {
      title(layout, "");
      table(fields(layout));
    }
    for (var block : memory.blocks()) {
      title(block.payload(), ", counted: on the heap, or static");
      var rows = new ArrayList<List<String>>();
      rows.add(row(-block.header(), block.countBytes(), "count of references, signed"));
      if (!block.countIsBeforePayload()) {
        rows.add(
            row(
                -block.countBytes(),
                block.header() - block.countBytes(),
                "padding, where the run time looks for the count: broken on this target"));
      }
      rows.addAll(fields(block.payload()));
      table(rows);
    }
  }

  private void title(Layout layout, String more) {
    lines.add("");
    lines.add(
        "%s: %s, aligned by %d%s"
            .formatted(layout.name(), bytes(layout.size()), layout.alignment(), more));
  }

  private List<List<String>> fields(Layout layout) {
    var rows = new ArrayList<List<String>>();
    var gaps = new ArrayList<>(layout.padding());
    for (var field : layout.fields()) {
      while (!gaps.isEmpty() && gaps.getFirst().offset() < field.offset()) {
        var gap = gaps.removeFirst();
        rows.add(row(gap.offset(), gap.size(), "padding"));
      }
      rows.add(
          row(field.offset(), field.size(), CDeclaration.declarator(field.type(), field.name())));
    }
    gaps.forEach(gap -> rows.add(row(gap.offset(), gap.size(), "padding")));
    if (!layout.tail().isEmpty()) {
      rows.add(List.of("+" + layout.size(), "", layout.tail()));
    }
    return rows;
  }

  private static List<String> row(int offset, int size, String what) {
    return List.of(String.format(Locale.ROOT, "%+d", offset), bytes(size), what);
  }

  private static String bytes(int count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }

  /// Rows with their columns in line, two blanks before the first and between them.
  private void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append("  ").append(row.get(i)).repeat(' ', widths[i] - row.get(i).length());
      }
      lines.add(line.toString().stripTrailing());
    }
  }
}
