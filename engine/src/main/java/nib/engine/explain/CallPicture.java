package nib.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.abi.CallSequence;
import nib.engine.abi.Disagreement;
import nib.engine.abi.Memory;
import nib.engine.abi.Part;
import nib.engine.abi.Passing;
import nib.engine.ctype.CType;
import nib.engine.explain.Picture.Role;
import nib.engine.explain.Picture.Weight;
import nib.engine.prototype.CDeclaration;

/// Draws a call: arguments in one column, and the places they travel in beside them, for one target
/// on the right, for two on both sides. What the values are made of is drawn below.
public final class CallPicture {

  /// How many targets fit beside each other.
  public static final int MOST_SIDES = 2;

  private static final double GAP = 96;
  private static final double STEP = Canvas.LINE + 4;
  private static final double TITLE = 20;
  private static final double NOTE = 20;
  private static final double TOP = Canvas.MARGIN + 2 * TITLE;

  /// A call on one target.
  ///
  /// @param disagreements where Pen's compiler does it differently
  /// @param memory that the call is about
  public record Side(CallSequence call, List<Disagreement> disagreements, Memory memory) {
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
  public record Values(Map<String, String> arguments, Optional<String> result) {
    public static final Values NONE = new Values(Map.of(), Optional.empty());

    public Values {
      arguments = Map.copyOf(arguments);
    }

    Optional<String> argument(String name) {
      return Optional.ofNullable(arguments.get(name));
    }
  }

  private final Canvas canvas = new Canvas();
  private final List<Side> sides;
  private final List<String> labels = new ArrayList<>();
  private final String result;

  private CallPicture(List<Side> sides, Values values) {
    this.sides = sides;
    var function = sides.getFirst().call().function();
    function
        .parameters()
        .forEach(one ->
            labels.add(
                CDeclaration.declarator(one.type(), one.name())
                    + values.argument(one.name()).map(value -> " = " + value).orElse("")));
    this.result =
        function.result() == CType.Scalar.VOID
            ? "no result"
            : "result: "
                + CDeclaration.declarator(function.result(), "").strip()
                + values.result().map(value -> " = " + value).orElse("");
  }

  /// The drawing.
  ///
  /// @param sides one or two calls of the same function
  public static Picture of(List<Side> sides, Values values) {
    var drawing = new CallPicture(sides, values);
    drawing.draw();
    var call = sides.getFirst().call();
    return drawing.canvas.picture(
        "How %s is called on %s"
            .formatted(
                call.function().name(),
                String.join(" and on ", sides.stream().map(Side::triple).toList())));
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

  private void draw() {
    double labelWidth = Math.max(width(labels), Canvas.widthOf(result) + 16);
    var places = sides.stream().map(side -> new Places(side.call())).toList();
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
    notes();
    memory();
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
    canvas.text(x, Canvas.MARGIN, function.name(), Weight.TITLE, "");
    canvas.text(
        x,
        Canvas.MARGIN + TITLE,
        labels.isEmpty() ? "no arguments" : "arguments",
        Weight.QUIET,
        "");
    for (int i = 0; i < labels.size(); i++) {
      canvas.box(x, TOP + i * STEP, width, labels.get(i), Role.ARGUMENT, Places.link(i));
    }
    canvas.box(
        x,
        resultY(),
        width,
        result,
        function.result() == CType.Scalar.VOID ? Role.UNUSED : Role.RESULT,
        "result");
  }

  private double resultY() {
    return TOP + (labels.size() + 0.5) * STEP;
  }

  private void column(Column column) {
    var call = column.call();
    canvas.text(column.x(), Canvas.MARGIN, call.target().triple(), Weight.TITLE, "");
    canvas.text(column.x(), Canvas.MARGIN + TITLE, call.standard(), Weight.QUIET, "");
    var rows = column.places().rows();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      canvas.box(column.x(), TOP + i * STEP, column.width(), row.text(), row.role(), row.link());
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      for (var part : parts(call.arguments().get(i).passing())) {
        canvas.arrow(
            column.argumentsX(),
            TOP + i * STEP,
            column.near(),
            TOP + column.places().row(part.place()) * STEP,
            Places.link(i));
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
      canvas.box(column.x(), y, column.width(), words, Role.RESULT, "result");
      canvas.arrow(column.near(), y, column.argumentsX(), resultY(), "result");
      y += STEP;
    }
  }

  /// What else the call keeps to on each side, and what goes wrong there.
  private void notes() {
    double y = canvas.height() + 8;
    for (var side : sides) {
      String where = sides.size() > 1 ? side.triple() + ": " : "";
      for (var note : notes(side)) {
        String words = (note.weight() == Weight.WARNING ? "! " : "") + where + note.words();
        canvas.text(Canvas.MARGIN, y, words, note.weight(), "");
        y += NOTE;
      }
    }
  }

  private record Note(String words, Weight weight) {}

  private static List<Note> notes(Side side) {
    var notes = new ArrayList<Note>();
    for (var callback : side.call().callbacks()) {
      notes.add(new Note(CallWords.callback(callback), Weight.NORMAL));
    }
    notes.add(new Note(CallWords.frame(side.call().frame()), Weight.QUIET));
    for (var one : side.disagreements()) {
      notes.add(
          new Note(CallWords.disagreement(one), one.isHarmful() ? Weight.WARNING : Weight.QUIET));
    }
    return notes;
  }

  /// Once for all targets on which it is the same.
  private void memory() {
    var targets = new LinkedHashMap<Memory, List<String>>();
    for (var side : sides) {
      targets.computeIfAbsent(side.memory(), _ -> new ArrayList<>()).add(side.triple());
    }
    targets.forEach((memory, on) ->
        new MemoryDrawing(canvas)
            .draw(
                memory, sides.size() == 1 ? "memory" : "memory on " + String.join(" and on ", on)));
    if (targets.keySet().stream().anyMatch(memory -> !memory.blocks().isEmpty())) {
      MemoryDrawing.states(canvas);
    }
  }
}
