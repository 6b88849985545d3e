package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.abi.CallSequence;
import nib.engine.abi.Memory;
import nib.engine.abi.Part;
import nib.engine.abi.Passing;
import nib.engine.abi.Returned;
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
  private static final double TOP = Canvas.MARGIN + 2 * STEP;

  /// A call on one target, and the memory that it is about there.
  public record Side(CallSequence call, Memory memory) {}

  /// Values that were really passed, to be shown with their arguments.
  ///
  /// @param arguments by the names of their parameters
  /// @param result as it came back
  public record Values(Map<String, String> arguments, Optional<String> result) {
    public static final Values NONE = new Values(Map.of(), Optional.empty());

    public Values {
      arguments = Map.copyOf(arguments);
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
                    + Optional.ofNullable(values.arguments().get(one.name()))
                        .map(value -> " = " + value)
                        .orElse("")));
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
                String.join(
                    " and on ", sides.stream().map(one -> one.call().target().triple()).toList())));
  }

  private void draw() {
    double labelWidth = width(labels);
    labelWidth = Math.max(labelWidth, Canvas.widthOf(result) + 16);
    boolean two = sides.size() > 1;
    double left = Canvas.MARGIN;
    double placesWidth = two ? placesWidth(sides.getFirst()) : 0;
    double arguments = two ? left + placesWidth + GAP : left;
    double right = arguments + labelWidth + GAP;
    arguments(arguments, labelWidth);
    if (two) {
      places(sides.getFirst(), left, placesWidth, arguments, true);
      places(sides.getLast(), right, placesWidth(sides.getLast()), arguments + labelWidth, false);
    } else {
      places(sides.getFirst(), right, placesWidth(sides.getFirst()), arguments + labelWidth, false);
    }
    memory();
  }

  private static double width(List<String> texts) {
    return texts.stream().mapToDouble(Canvas::widthOf).max().orElse(0) + 16;
  }

  private static double placesWidth(Side side) {
    return width(new Places(side.call()).rows().stream().map(Places.Row::text).toList());
  }

  private void arguments(double x, double width) {
    var function = sides.getFirst().call().function();
    canvas.text(x, Canvas.MARGIN, function.name(), Weight.TITLE, "");
    canvas.text(
        x, Canvas.MARGIN + STEP, labels.isEmpty() ? "no arguments" : "arguments", Weight.QUIET, "");
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

  private void places(Side side, double x, double width, double argumentsX, boolean onTheLeft) {
    var call = side.call();
    var places = new Places(call);
    canvas.text(x, Canvas.MARGIN, call.target().triple(), Weight.TITLE, "");
    canvas.text(x, Canvas.MARGIN + STEP, call.standard(), Weight.QUIET, "");
    var rows = places.rows();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      canvas.box(x, TOP + i * STEP, width, row.text(), row.role(), row.link());
    }
    double near = onTheLeft ? x + width : x;
    for (int i = 0; i < call.arguments().size(); i++) {
      for (var part : parts(call.arguments().get(i).passing())) {
        canvas.arrow(
            argumentsX,
            TOP + i * STEP,
            near,
            TOP + places.row(part.place()) * STEP,
            Places.link(i));
      }
    }
    result(call, rows.size(), x, width, argumentsX, near);
  }

  private static List<Part> parts(Passing passing) {
    return switch (passing) {
      case Passing.Direct(var parts) -> parts;
      case Passing.Reference(var pointer) -> List.of(pointer);
    };
  }

  private void result(
      CallSequence call, int rows, double x, double width, double argumentsX, double near) {
    double y = TOP + (rows + 0.5) * STEP;
    switch (call.returned()) {
      case Returned.Nothing() -> {}
      case Returned.Direct(var parts) -> {
        for (var part : parts) {
          String bytes =
              parts.size() == 1
                  ? ""
                  : ": bytes %d to %d".formatted(part.offset(), part.offset() + part.size() - 1);
          canvas.box(
              x,
              y,
              width,
              CallWords.place(part.place()) + "   result" + bytes,
              Role.RESULT,
              "result");
          canvas.arrow(near, y, argumentsX, resultY(), "result");
          y += STEP;
        }
      }
      case Returned.Memory(_, var again) -> {
        String where =
            again
                .map(one -> CallWords.place(one) + "   its address, in memory")
                .orElse("in memory");
        canvas.box(x, y, width, where, Role.RESULT, "result");
        canvas.arrow(near, y, argumentsX, resultY(), "result");
      }
    }
  }

  private void memory() {
    var drawn = new ArrayList<Memory>();
    for (var side : sides) {
      if (!drawn.contains(side.memory())) {
        drawn.add(side.memory());
        new MemoryDrawing(canvas)
            .draw(side.memory(), sides.size() > 1 ? side.call().target().triple() : "");
      }
    }
  }
}
