package nib.engine.explain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.abi.CallPart;

/// A drawing as data: shapes at fixed places, in units of which a small letter is about 7 wide and
/// 15 high. Whoever shows it chooses colours by the shapes' roles; what a role means is written in
/// the drawing as well.
///
/// @param description the drawing in one sentence, for those who do not see it
/// @param shapes in the order in which they are painted
public record Picture(double width, double height, String description, List<Shape> shapes) {

  public Picture {
    shapes = List.copyOf(shapes);
  }

  /// What can be pointed at one after the other, in the order in which it comes up: for each part
  /// that shapes are about all that they are about.
  public List<List<CallPart>> stops() {
    var stops = new LinkedHashMap<CallPart, List<CallPart>>();
    shapes.stream()
        .map(Shape::about)
        .filter(about -> !about.isEmpty())
        .forEach(about -> stops.putIfAbsent(about.getFirst(), about));
    return List.copyOf(stops.values());
  }

  /// All that is written about one of the parts.
  public List<String> words(Collection<CallPart> parts) {
    return shapes.stream()
        .filter(shape -> shape.isAbout(parts))
        .flatMap(
            shape -> shape instanceof Text text ? Stream.of(text.text()) : Stream.<String>empty())
        .toList();
  }

  /// A part of a drawing.
  public sealed interface Shape {

    /// The parts of the call that it is about; none for what only explains. A place is about all
    /// that share it, memory first about itself and then about the values that are in it or point
    /// to it.
    List<CallPart> about();

    /// Whether it is about one of the parts.
    default boolean isAbout(Collection<CallPart> parts) {
      return !Collections.disjoint(about(), parts);
    }
  }

  /// A rectangle.
  public record Box(
      double x, double y, double width, double height, Role role, List<CallPart> about)
      implements Shape {}

  /// One line of text.
  ///
  /// @param y the baseline
  public record Text(
      double x, double y, String text, Weight weight, Anchor anchor, List<CallPart> about)
      implements Shape {}

  /// A curved arrow from one box's side to another's.
  public record Arrow(double fromX, double fromY, double toX, double toY, List<CallPart> about)
      implements Shape {}

  /// What a box stands for.
  public enum Role {
    ARGUMENT,
    RESULT,
    INTEGER_REGISTER,
    FLOATING_REGISTER,
    STACK,
    UNUSED,
    COUNT,
    FIELD,
    PADDING
  }

  public enum Weight {
    TITLE,
    NORMAL,
    QUIET,
    WARNING
  }

  public enum Anchor {
    START,
    MIDDLE,
    END
  }
}
