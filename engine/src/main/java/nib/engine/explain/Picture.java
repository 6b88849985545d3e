package nib.engine.explain;

import java.util.List;
import java.util.stream.Stream;

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

  /// The things that shapes are about, in the order in which they come up.
  public List<String> links() {
    return shapes.stream().map(Shape::link).filter(link -> !link.isEmpty()).distinct().toList();
  }

  /// All that is written about one thing.
  public List<String> words(String link) {
    return shapes.stream()
        .filter(shape -> shape.link().equals(link))
        .flatMap(
            shape -> shape instanceof Text text ? Stream.of(text.text()) : Stream.<String>empty())
        .toList();
  }

  /// A part of a drawing. Those with the same link are about the same thing.
  public sealed interface Shape {
    String link();
  }

  /// A rectangle.
  public record Box(double x, double y, double width, double height, Role role, String link)
      implements Shape {}

  /// One line of text.
  ///
  /// @param y the baseline
  public record Text(double x, double y, String text, Weight weight, Anchor anchor, String link)
      implements Shape {}

  /// A curved arrow from one box's side to another's.
  public record Arrow(double fromX, double fromY, double toX, double toY, String link)
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
