package nib.engine.abi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import nib.engine.text.Span;

/// A text about a call that knows which of its stretches are about which parts of the call.
///
/// @param pieces in the order in which they begin; one may lie within another
public record Spelled(String text, List<Piece> pieces) {

  public Spelled {
    pieces = List.copyOf(pieces);
  }

  /// A stretch of text.
  ///
  /// @param about the parts that it is about, one at least
  public record Piece(Span span, List<CallPart> about) {
    public Piece {
      about = List.copyOf(about);
    }

    /// Whether it is about one of the parts.
    public boolean isAbout(Collection<CallPart> parts) {
      return !Collections.disjoint(about, parts);
    }
  }

  /// A text that is about nothing.
  public static Spelled of(String text) {
    return new Spelled(text, List.of());
  }

  /// What the character at an offset is about: what the closest piece around it is.
  public List<CallPart> at(int offset) {
    return at(pieces, offset);
  }

  /// The same for pieces of a longer text.
  public static List<CallPart> at(List<Piece> pieces, int offset) {
    return pieces.stream()
        .filter(piece -> piece.span().contains(offset))
        .min(Comparator.comparingInt(piece -> piece.span().end() - piece.span().start()))
        .map(Piece::about)
        .orElse(List.of());
  }

  /// Writes a text from its start to its end, and notes what is about what.
  public static final class Writer {

    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    public Writer add(String words) {
      text.append(words);
      return this;
    }

    /// Adds words about a part.
    public Writer add(String words, CallPart part) {
      return add(words, List.of(part));
    }

    /// Adds words about parts; about nothing where there are none.
    public Writer add(String words, List<CallPart> about) {
      return around(about, () -> text.append(words));
    }

    /// Adds what `inner` writes, all of it about the parts. What stands in it may be about others
    /// besides.
    public Writer around(List<CallPart> about, Runnable inner) {
      int start = text.length();
      int place = pieces.size();
      inner.run();
      if (!about.isEmpty() && text.length() > start) {
        pieces.add(place, new Piece(new Span(start, text.length()), about));
      }
      return this;
    }

    /// Adds a whole text with its pieces.
    public Writer add(Spelled other) {
      int start = text.length();
      text.append(other.text());
      for (var piece : other.pieces()) {
        pieces.add(
            new Piece(
                new Span(start + piece.span().start(), start + piece.span().end()), piece.about()));
      }
      return this;
    }

    public boolean isEmpty() {
      return text.isEmpty();
    }

    public Spelled spelled() {
      return new Spelled(text.toString(), pieces);
    }
  }
}
