package nib.engine.text;

/// A stretch of a source text: two offsets in UTF-16 units, the end exclusive.
///
/// Every syntax node has one, and nothing else has a position type; line and column are computed by
/// [SourceText#locate] when someone looks.
public record Span(int start, int end) {

  /// The span from the start of this one to the end of `last`.
  public Span to(Span last) {
    return new Span(start, last.end);
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
