package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.CallSequence;
import nib.engine.abi.CountState;
import nib.engine.abi.Disagreement;
import nib.engine.abi.HeapBlock;
import nib.engine.abi.Layout;
import nib.engine.abi.Memory;
import nib.engine.abi.Passing;
import nib.engine.abi.Place;
import nib.engine.abi.Spelled;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.prototype.CDeclaration;

/// A call and its memory as text in columns: what the picture shows, in words.
public final class CallText {

  private final Spelled.Writer text = new Spelled.Writer();
  private final CallParts parts;
  private final CallPicture.Values values;

  private CallText(CallParts parts, CallPicture.Values values) {
    this.parts = parts;
    this.values = values;
  }

  /// The text, each line with its end, without colour.
  public static Spelled of(CallPicture.Side side, CallPicture.Values values) {
    var text = new CallText(side.parts(), values);
    text.arguments(side.call());
    text.result(side.call());
    side.call().callbacks().forEach(one -> text.callback(one, side.call()));
    text.frame(side.call());
    text.disagreements(side.disagreements());
    text.memory(side.memory(), side.call().function());
    return text.text.spelled();
  }

  /// A line of a table.
  ///
  /// @param about the parts that it is about; none for what belongs to nothing
  private record Row(List<CallPart> about, List<String> cells) {}

  private void line(String words) {
    line(words, List.of());
  }

  private void line(String words, List<CallPart> about) {
    text.add(words, about).add("\n");
  }

  private void arguments(CallSequence sequence) {
    if (sequence.arguments().isEmpty()) {
      line("Arguments: none");
      return;
    }
    line("Arguments");
    var rows = new ArrayList<Row>();
    for (int i = 0; i < sequence.arguments().size(); i++) {
      var one = sequence.arguments().get(i);
      rows.add(
          new Row(
              List.of(parts.parameters().get(i)),
              cells(one, values.argument(one.parameter().name()))));
    }
    table(rows);
  }

  private static List<String> cells(CallSequence.Argument argument, Optional<String> value) {
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
    line("");
    line(
        "Result: " + CallWords.returned(sequence.returned()) + value(values.result()),
        parts.returned());
    values.end().ifPresent(end -> line("! " + CallWords.end(end), List.of(new CallPart.Result())));
  }

  private static String value(Optional<String> value) {
    return value.map(text -> " = " + text).orElse("");
  }

  private void callback(CallSequence callback, CallSequence sequence) {
    var about = parts.of(callback, sequence);
    line("");
    line(
        "Then `%s` is called with".formatted(callback.function().name()),
        List.of(about.getFirst()));
    var rows = new ArrayList<Row>();
    for (int i = 0; i < callback.arguments().size(); i++) {
      rows.add(
          new Row(
              i + 1 < about.size() ? List.of(about.get(i + 1)) : List.of(),
              cells(callback.arguments().get(i), Optional.empty())));
    }
    table(rows);
  }

  private void frame(CallSequence sequence) {
    var frame = sequence.frame();
    var rules = frame.rules();
    line("");
    line("Stack");
    rules
        .stackPointer()
        .ifPresent(pointer ->
            line(
                "  %s is a multiple of %d at the call; `stack + N` is N bytes above it"
                    .formatted(pointer, rules.alignment())));
    if (rules.returnAddress() > 0) {
      line(
          "  the call pushes the return address: in the function all of it is %d bytes further up"
              .formatted(rules.returnAddress()));
    }
    line("  " + argumentArea(frame));
    line(
        rules.redZone() > 0
            ? "  the %d bytes below the stack pointer are the function's to use (red zone)"
                .formatted(rules.redZone())
            : "  nothing below the stack pointer is safe (no red zone)");
    if (sequence.arguments().stream()
        .anyMatch(one -> one.parameter().type() == CType.Scalar.BOOL)) {
      line("");
      line(
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
    line("");
    line("Registers");
    line("  kept by the function: " + CallWords.registers(rules.preserved()));
    if (!rules.changed().isEmpty()) {
      line("  may change: " + CallWords.registers(rules.changed()));
    }
  }

  private void disagreements(List<Disagreement> disagreements) {
    if (!disagreements.isEmpty()) {
      line("");
      line("Pen's compiler does not follow the platform here");
      disagreements.forEach(one -> line("  " + CallWords.disagreement(one)));
    }
  }

  private void memory(Memory memory, CFunction function) {
    for (var layout : memory.plain()) {
      var about = about(layout, function);
      title(layout, "", about);
      table(rows(fields(layout), about));
    }
    for (var block : memory.blocks()) {
      var about = about(block.payload(), function);
      title(block.payload(), ", counted: on the heap, or static", about);
      var rows = new ArrayList<Row>();
      rows.add(
          new Row(
              List.of(new CallPart.Count()),
              row(-block.header(), block.countBytes(), "count of references, signed")));
      if (!block.countIsBeforePayload()) {
        rows.add(
            new Row(
                about,
                row(
                    -block.countBytes(),
                    block.header() - block.countBytes(),
                    "padding, where the run time looks for the count: broken on this target")));
      }
      rows.addAll(rows(fields(block.payload()), about));
      table(rows);
    }
    memory.blocks().stream().map(HeapBlock::countBytes).distinct().forEach(this::states);
  }

  private static List<Row> rows(List<List<String>> cells, List<CallPart> about) {
    return cells.stream().map(one -> new Row(about, one)).toList();
  }

  private List<CallPart> about(Layout layout, CFunction function) {
    return Stream.concat(
            Stream.of(new CallPart.Memory(layout.name())),
            parts.in(layout.name(), function).stream())
        .toList();
  }

  private void states(int size) {
    List<CallPart> about = List.of(new CallPart.Count());
    line("");
    line("The count, %s".formatted(bytes(size)), about);
    table(
        Stream.of(CountState.values())
            .map(state ->
                new Row(
                    about,
                    List.of(
                        CallWords.owner(state),
                        String.join(" ", CountState.bytes(state.word(1, size), size)),
                        CallWords.count(state))))
            .toList());
  }

  private void title(Layout layout, String more, List<CallPart> about) {
    line("");
    line(
        "%s: %s, aligned by %d%s"
            .formatted(layout.name(), bytes(layout.size()), layout.alignment(), more),
        about);
  }

  private static List<List<String>> fields(Layout layout) {
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
  private void table(List<Row> rows) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.cells().size(); i++) {
        widths[i] = Math.max(widths[i], row.cells().get(i).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        line.append("  ").append(cell).repeat(' ', widths[i] - cell.length());
      }
      text.add("  ");
      line(line.toString().strip(), row.about());
    }
  }
}
