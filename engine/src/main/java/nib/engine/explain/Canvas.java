package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
import nib.engine.abi.CallPart;
import nib.engine.explain.Picture.Anchor;
import nib.engine.explain.Picture.Role;
import nib.engine.explain.Picture.Shape;
import nib.engine.explain.Picture.Weight;

/// Collects the shapes of a drawing and how far they reach.
final class Canvas {

  /// A letter of the monospaced font at 12 units.
  static final double LETTER = 7.25;

  static final double LINE = 22;
  static final double MARGIN = 12;

  private static final double BASELINE = 15;
  private static final String INDENT = "  ";

  private final List<Shape> shapes = new ArrayList<>();
  private double width;
  private double height;

  static double widthOf(String text) {
    return text.length() * LETTER;
  }

  /// A box as high as one line with its text at the start.
  void box(double x, double y, double width, String text, Role role, List<CallPart> about) {
    plain(x, y, width, LINE, role, about);
    text(x + 8, y, text, role == Role.UNUSED ? Weight.QUIET : Weight.NORMAL, about);
  }

  void plain(double x, double y, double width, double height, Role role, List<CallPart> about) {
    shapes.add(new Picture.Box(x, y, width, height, role, about));
    reach(x + width, y + height);
  }

  /// Text in a line that begins at this height.
  void text(double x, double y, String text, Weight weight, List<CallPart> about) {
    shapes.add(new Picture.Text(x, y + BASELINE, text, weight, Anchor.START, about));
    reach(x + widthOf(text), y + LINE);
  }

  void middle(double x, double y, String text, Weight weight, List<CallPart> about) {
    shapes.add(new Picture.Text(x, y + BASELINE, text, weight, Anchor.MIDDLE, about));
  }

  void end(double x, double y, String text, Weight weight, List<CallPart> about) {
    shapes.add(new Picture.Text(x, y + BASELINE, text, weight, Anchor.END, about));
  }

  /// An arrow between the middles of two lines.
  void arrow(double fromX, double fromY, double toX, double toY, List<CallPart> about) {
    shapes.add(new Picture.Arrow(fromX, fromY + LINE / 2, toX, toY + LINE / 2, about));
  }

  /// Text in as many lines as it needs within a width, the later ones a little further in.
  ///
  /// @return where the next line begins
  double wrapped(Line line, double width, double step) {
    double y = line.y();
    String rest = line.text();
    int letters = (int) Math.max(24, width / LETTER);
    while (rest.length() > letters) {
      int blank = rest.lastIndexOf(' ', letters);
      if (blank <= INDENT.length()) {
        break;
      }
      text(line.x(), y, rest.substring(0, blank), line.weight(), line.about());
      rest = INDENT + rest.substring(blank + 1);
      y += step;
    }
    text(line.x(), y, rest, line.weight(), line.about());
    return y + step;
  }

  /// Text and where it begins.
  record Line(double x, double y, String text, Weight weight, List<CallPart> about) {}

  private void reach(double x, double y) {
    width = Math.max(width, x);
    height = Math.max(height, y);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  Picture picture(String description) {
    return new Picture(width + MARGIN, height + MARGIN, description, shapes);
  }
}
