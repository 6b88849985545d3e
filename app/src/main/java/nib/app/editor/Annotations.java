package nib.app.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nib.engine.abi.Spelled.Piece;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Span;

/// What is known about places of a text, in offsets of the shown text. It moves along with edits
/// until something fresh is known.
///
/// @param declarations the border's, with their verdicts
/// @param problems what is wrong, the worse drawn over the lesser
public record Annotations(List<Declared> declarations, List<Problem> problems) {

  static final Annotations NONE = new Annotations(List.of(), List.of());

  public Annotations {
    declarations = List.copyOf(declarations);
    problems = List.copyOf(problems);
  }

  /// A declaration of the border.
  ///
  /// @param entry its id
  /// @param pieces which stretches of it are about which parts of a call
  public record Declared(
      Span span, String entry, String symbol, Verdict verdict, List<Piece> pieces) {
    public Declared {
      pieces = List.copyOf(pieces);
    }
  }

  /// Something that is wrong, and its cure; empty where there is none.
  public record Problem(
      Span span, Severity severity, String message, String cure, List<Related> related) {
    public Problem {
      related = List.copyOf(related);
    }
  }

  /// The problems at an offset, the worst first.
  List<Problem> problemsAt(int offset) {
    return problems.stream()
        .filter(problem -> problem.span().contains(offset))
        .sorted(Comparator.comparing(Problem::severity).reversed())
        .toList();
  }

  Annotations moved(Edit edit) {
    return new Annotations(
        moved(
            edit,
            declarations,
            Declared::span,
            (declared, span) ->
                new Declared(
                    span,
                    declared.entry(),
                    declared.symbol(),
                    declared.verdict(),
                    moved(
                        edit,
                        declared.pieces(),
                        Piece::span,
                        (piece, to) -> new Piece(to, piece.about())))),
        moved(
            edit,
            problems,
            Problem::span,
            (problem, span) ->
                new Problem(
                    span,
                    problem.severity(),
                    problem.message(),
                    problem.cure(),
                    problem.related())));
  }

  private static <T> List<T> moved(
      Edit edit, List<T> all, Function<T, Span> place, BiFunction<T, Span, T> at) {
    return all.stream()
        .flatMap(one -> {
          Optional<Span> to = edit.moved(place.apply(one));
          return to.map(span -> span.equals(place.apply(one)) ? one : at.apply(one, span)).stream();
        })
        .toList();
  }
}
