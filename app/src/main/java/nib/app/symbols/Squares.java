package nib.app.symbols;

import java.util.ArrayList;
import java.util.List;

/// Fills a rectangle with smaller ones of given areas, each as near to a square as comes easily: a
/// squarified treemap (Bruls, Huizing and van Wijk, 2000). Time grows with the number of areas.
final class Squares {

  /// A rectangle in pixels.
  record Area(double x, double y, double width, double height) {

    double size() {
      return width * height;
    }

    boolean holds(double atX, double atY) {
      return atX >= x && atY >= y && atX < x + width && atY < y + height;
    }
  }

  private final double[] sizes;
  private final List<Area> areas = new ArrayList<>();

  private Squares(double[] sizes) {
    this.sizes = sizes;
  }

  /// A rectangle for each weight, the largest weight first.
  static List<Area> of(double[] weights, Area within) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    var sizes = new double[weights.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sum == 0 ? 0 : weights[i] / sum * within.size();
    }
    var squares = new Squares(sizes);
    squares.fill(within);
    return List.copyOf(squares.areas);
  }

  private void fill(Area rest) {
    int from = 0;
    while (from < sizes.length) {
      double side = Math.min(rest.width(), rest.height());
      int to = from + 1;
      double sum = sizes[from];
      while (to < sizes.length
          && worst(from, to + 1, sum + sizes[to], side) <= worst(from, to, sum, side)) {
        sum += sizes[to];
        to++;
      }
      rest = row(from, to, sum, rest);
      from = to;
    }
  }

  /// How far the least square of a row is from a square; 1 is a square.
  private double worst(int from, int to, double sum, double side) {
    double square = side * side;
    double smallest = sizes[to - 1];
    if (smallest <= 0 || square <= 0) {
      return Double.MAX_VALUE;
    }
    return Math.max(square * sizes[from] / (sum * sum), sum * sum / (square * smallest));
  }

  /// Lays a row along the shorter side; what it leaves.
  private Area row(int from, int to, double sum, Area rest) {
    boolean upright = rest.width() >= rest.height();
    double side = upright ? rest.height() : rest.width();
    double deep = side <= 0 ? 0 : Math.min(sum / side, upright ? rest.width() : rest.height());
    double at = 0;
    for (int i = from; i < to; i++) {
      double length = sum <= 0 ? 0 : sizes[i] / sum * side;
      areas.add(
          upright
              ? new Area(rest.x(), rest.y() + at, deep, length)
              : new Area(rest.x() + at, rest.y(), length, deep));
      at += length;
    }
    return upright
        ? new Area(rest.x() + deep, rest.y(), rest.width() - deep, rest.height())
        : new Area(rest.x(), rest.y() + deep, rest.width(), rest.height() - deep);
  }
}
