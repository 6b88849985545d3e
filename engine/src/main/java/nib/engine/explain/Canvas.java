package nib.engine.explain;

import java.util.ArrayList;
import java.util.List;
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

  private final List<Shape> shapes = new ArrayList<>();
  private double width;
  private double height;

  static double widthOf(String text) {
    return text.length() * LETTER;
  }

  /// A box as high as one line with its text at the start.
  void box(double x, double y, double width, String text, Role role, String link) {
    plain(x, y, width, LINE, role, link);
    text(x + 8, y, text, role == Role.UNUSED ? Weight.QUIET : Weight.NORMAL, link);
  }

  void plain(double x, double y, double width, double height, Role role, String link) {
    shapes.add(new Picture.Box(x, y, width, height, role, link));
    reach(x + width, y + height);
  }

  /// Text in a line that begins at this height.
  void text(double x, double y, String text, Weight weight, String link) {
    shapes.add(new Picture.Text(x, y + BASELINE, text, weight, Anchor.START, link));
    reach(x + widthOf(text), y + LINE);
  }

  void middle(double x, double y, String text, Weight weight, String link) {
    shapes.add(new Picture.Text(x, y + BASELINE, text, weight, Anchor.MIDDLE, link));
  }

  void end(double x, double y, String text, Weight weight, String link) {
    shapes.add(new Picture.Text(x, y + BASELINE, text, weight, Anchor.END, link));
  }

  /// An arrow between the middles of two lines.
  void arrow(double fromX, double fromY, double toX, double toY, String link) {
    shapes.add(new Picture.Arrow(fromX, fromY + LINE / 2, toX, toY + LINE / 2, link));
  }

  private void reach(double x, double y) {
    width = Math.max(width, x);
    height = Math.max(height, y);
  }

  double height() {
    return height;
  }

  Picture picture(String description) {
    return new Picture(width + MARGIN, height + MARGIN, description, shapes);
  }
}
