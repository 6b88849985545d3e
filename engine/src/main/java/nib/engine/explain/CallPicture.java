package nib.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.abi.CallPart;
import nib.engine.abi.CallParts;
import nib.engine.abi.CallSequence;
import nib.engine.abi.Disagreement;
import nib.engine.abi.HeapBlock;
import nib.engine.abi.Memory;
import nib.engine.abi.Part;
import nib.engine.abi.Passing;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.explain.MemoryDrawing.Area;
import nib.engine.explain.Picture.Role;
import nib.engine.explain.Picture.Weight;
import nib.engine.prototype.CDeclaration;

/// Draws a call: arguments in one column, and the places they travel in beside them, for one target
/// on the right, for two on both sides. What the values are made of is drawn below.
public final class CallPicture {

  /// How many targets fit beside each other.
  public static final int MOST_SIDES = 2;

  /// As wide as a page or a small window takes.
  private static final double USUAL_WIDTH = 1240;

  private static final double LEAST_NOTES = 480;
  private static final double GAP = 96;
  private static final double STEP = Canvas.LINE + 4;
  private static final double TITLE = 20;
  private static final double NOTE = 20;
  private static final double TOP = Canvas.MARGIN + 2 * TITLE;

  /// A call on one target.
  ///
  /// @param parts what its parameters are
  /// @param disagreements where Pen's compiler does it differently
  /// @param memory that the call is about
  public record Side(
      CallSequence call, CallParts parts, List<Disagreement> disagreements, Memory memory) {
    public Side {
      disagreements = List.copyOf(disagreements);
    }

    String triple() {
      return call.target().triple();
    }
  }

  /// Values that were really passed, to be shown with their arguments.
  ///
  /// @param arguments by the names of their parameters
  /// @param result as it came back
  /// @param end what happened where it did not: `crashed: SIGSEGV, invalid memory access`
  public record Values(
      Map<String, String> arguments, Optional<String> result, Optional<String> end) {
    public static final Values NONE = new Values(Map.of(), Optional.empty(), Optional.empty());

    public Values {
      arguments = Map.copyOf(arguments);
    }

    Optional<String> argument(String name) {
      return Optional.ofNullable(arguments.get(name));
    }
  }

  private final Canvas canvas = new Canvas();
  private final List<Side> sides;
  private final CallParts parts;
  private final Values values;
  private final double room;
  private final List<String> labels = new ArrayList<>();
  private final Result result;

  /// What stands in the arguments' column for the result.
  private record Result(String text, Role role, List<CallPart> about) {}

  private CallPicture(List<Side> sides, Values values, double room) {
    this.sides = sides;
    this.values = values;
    this.room = room;
    this.parts = sides.getFirst().parts();
    var function = sides.getFirst().call().function();
    function
        .parameters()
        .forEach(one ->
            labels.add(
                CDeclaration.declarator(one.type(), one.name())
                    + values.argument(one.name()).map(value -> " = " + value).orElse("")));
    this.result = result(function, parts, values.result());
  }

  private static Result result(CFunction function, CallParts parts, Optional<String> value) {
    if (function.result() != CType.Scalar.VOID) {
      String type = CDeclaration.declarator(function.result(), "").strip();
      return new Result(
          "result: " + type + value.map(one -> " = " + one).orElse(""),
          Role.RESULT,
          parts.returned());
    }
    return new Result("no result", Role.UNUSED, parts.returned());
  }

  /// The drawing at its usual width.
  ///
  /// @param sides one or two calls of the same function
  public static Picture of(List<Side> sides, Values values) {
    return of(sides, values, USUAL_WIDTH);
  }

  /// The drawing for a width: memory stands beside the call where that takes less height, and under
  /// it otherwise.
  ///
  /// @param sides one or two calls of the same function
  /// @param room the width to keep to; the call itself may need more
  public static Picture of(List<Side> sides, Values values, double room) {
    var under = new CallPicture(sides, values, room).under();
    var beside = new CallPicture(sides, values, room).beside();
    return beside
        .filter(one -> one.height() <= under.height() && one.width() <= room)
        .orElse(under);
  }

  private Picture picture() {
    var call = sides.getFirst().call();
    return canvas.picture(
        "How %s is called on %s"
            .formatted(
                call.function().name(),
                String.join(" and on ", sides.stream().map(Side::triple).toList())));
  }

  private Picture under() {
    call();
    notes(room - 2 * Canvas.MARGIN);
    memory(new Area(Canvas.MARGIN, canvas.height() + 20, room));
    return picture();
  }

  /// Empty where there is no memory to stand beside the call.
  private Optional<Picture> beside() {
    if (sides.stream().allMatch(side -> side.memory().isEmpty())) {
      return Optional.empty();
    }
    call();
    double width = Math.max(canvas.width(), LEAST_NOTES);
    notes(width - Canvas.MARGIN);
    memory(new Area(width + GAP / 2, Canvas.MARGIN, room));
    return Optional.of(picture());
  }

  /// The places of one side, and where they stand.
  ///
  /// @param argumentsX the edge of the arguments' column that is nearest to it
  private record Column(
      CallSequence call, Places places, double x, double width, double argumentsX) {

    /// The edge that is nearest to the arguments.
    double near() {
      return x < argumentsX ? x + width : x;
    }
  }

  private void call() {
    double labelWidth = Math.max(width(labels), Canvas.widthOf(result.text()) + 16);
    var places = sides.stream().map(side -> new Places(side.call(), parts)).toList();
    var widths = places.stream().map(CallPicture::widthOf).toList();
    boolean two = sides.size() > 1;
    double left = two ? Canvas.MARGIN + widths.getFirst() + GAP : Canvas.MARGIN;
    double right = left + labelWidth;
    arguments(left, labelWidth);
    if (two) {
      column(
          new Column(
              sides.getFirst().call(), places.getFirst(), Canvas.MARGIN, widths.getFirst(), left));
    }
    column(
        new Column(sides.getLast().call(), places.getLast(), right + GAP, widths.getLast(), right));
  }

  private static double widthOf(Places places) {
    return width(
        Stream.concat(places.rows().stream().map(Places.Row::text), places.result().stream())
            .toList());
  }

  private static double width(List<String> texts) {
    return texts.stream().mapToDouble(Canvas::widthOf).max().orElse(0) + 16;
  }

  private void arguments(double x, double width) {
    var function = sides.getFirst().call().function();
    canvas.text(x, Canvas.MARGIN, function.name(), Weight.TITLE, List.of(new CallPart.Function()));
    canvas.text(
        x,
        Canvas.MARGIN + TITLE,
        labels.isEmpty() ? "no arguments" : "arguments",
        Weight.QUIET,
        List.of());
    for (int i = 0; i < labels.size(); i++) {
      canvas.box(x, TOP + i * STEP, width, labels.get(i), Role.ARGUMENT, about(i));
    }
    canvas.box(x, resultY(), width, result.text(), result.role(), result.about());
  }

  private List<CallPart> about(int parameter) {
    return List.of(parts.parameters().get(parameter));
  }

  private double resultY() {
    return TOP + (labels.size() + 0.5) * STEP;
  }

  private void column(Column column) {
    var call = column.call();
    canvas.text(column.x(), Canvas.MARGIN, call.target().triple(), Weight.TITLE, List.of());
    canvas.text(column.x(), Canvas.MARGIN + TITLE, call.standard(), Weight.QUIET, List.of());
    var rows = column.places().rows();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      canvas.box(column.x(), TOP + i * STEP, column.width(), row.text(), row.role(), row.about());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      for (var part : parts(call.arguments().get(i).passing())) {
        canvas.arrow(
            column.argumentsX(),
            TOP + i * STEP,
            column.near(),
            TOP + column.places().row(part.place()) * STEP,
            about(i));
      }
    }
    result(column);
  }

  private static List<Part> parts(Passing passing) {
    return switch (passing) {
      case Passing.Direct(var parts) -> parts;
      case Passing.Reference(var pointer) -> List.of(pointer);
    };
  }

  private void result(Column column) {
    double y = TOP + (column.places().rows().size() + 0.5) * STEP;
    for (String words : column.places().result()) {
      canvas.box(column.x(), y, column.width(), words, Role.RESULT, result.about());
      canvas.arrow(column.near(), y, column.argumentsX(), resultY(), result.about());
      y += STEP;
    }
  }

  /// What else the call keeps to on each side, and what goes wrong there.
  private void notes(double width) {
    double y = canvas.height() + 8;
    for (var note : endOfTrial()) {
      y = draw(note, y, width);
    }
    for (var side : sides) {
      String where = sides.size() > 1 ? side.triple() + ": " : "";
      for (var note : notes(side)) {
        y = draw(new Note(where + note.words(), note.weight(), note.about()), y, width);
      }
    }
  }

  private double draw(Note note, double y, double width) {
    String mark = note.weight() == Weight.WARNING ? "! " : "";
    return canvas.wrapped(
        new Canvas.Line(Canvas.MARGIN, y, mark + note.words(), note.weight(), note.about()),
        width,
        NOTE);
  }

  private record Note(String words, Weight weight, List<CallPart> about) {}

  private List<Note> endOfTrial() {
    return values.end().stream()
        .map(end -> new Note(CallWords.end(end), Weight.WARNING, List.of(new CallPart.Result())))
        .toList();
  }

  private List<Note> notes(Side side) {
    var notes = new ArrayList<Note>();
    for (var callback : side.call().callbacks()) {
      notes.add(
          new Note(CallWords.callback(callback), Weight.NORMAL, parts.of(callback, side.call())));
    }
    notes.add(new Note(CallWords.frame(side.call().frame()), Weight.QUIET, List.of()));
    for (var one : side.disagreements()) {
      notes.add(
          new Note(
              CallWords.disagreement(one),
              one.isHarmful() ? Weight.WARNING : Weight.QUIET,
              List.of()));
    }
    return notes;
  }

  /// Once for all targets on which it is the same.
  private void memory(Area area) {
    var targets = new LinkedHashMap<Memory, List<String>>();
    for (var side : sides) {
      targets.computeIfAbsent(side.memory(), _ -> new ArrayList<>()).add(side.triple());
    }
    var drawing =
        new MemoryDrawing(canvas, area, name -> parts.in(name, sides.getFirst().call().function()));
    targets.forEach((memory, on) ->
        drawing.draw(
            memory, sides.size() == 1 ? "memory" : "memory on " + String.join(" and on ", on)));
    targets.keySet().stream()
        .flatMap(memory -> memory.blocks().stream())
        .map(HeapBlock::countBytes)
        .distinct()
        .forEach(drawing::states);
  }
}
