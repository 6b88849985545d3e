package nib.engine.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.assist.Completion.Kind;
import nib.engine.text.Span;
import nib.engine.types.Type;

/// The names that can be written at a place.
public final class CompletionFinder {

  private static final int MOST = 300;

  private CompletionFinder() {}

  /// The names that fit what has been typed, the likeliest first: those that begin so before those
  /// that only contain it, of these what has the type that is wanted, and what is near before what
  /// is far.
  public static List<Completion> find(Place place) {
    return Caret.of(place.module().scope(), place.offset())
        .map(caret -> find(place, caret))
        .orElse(List.of());
  }

  private static List<Completion> find(Place place, Caret caret) {
    var wanted = WantedFinder.find(place, caret);
    var replaced = replaced(wanted, caret);
    var expected = expected(place, wanted, caret);
    String typed = place.source().text(replaced).replaceAll("\\s", "");
    return Stream.concat(
            new Offers(place, caret).of(wanted).stream(),
            Keywords.at(caret, wanted).stream()
                .distinct()
                .map(keyword -> Offer.of(keyword, Kind.KEYWORD)))
        .map(offer ->
            new Ranked(offer, rank(offer, typed), expected.filter(offer::fits).isPresent()))
        .filter(ranked -> ranked.rank() < NameMatch.NONE)
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(one -> !one.fits()))
        .limit(MOST)
        .map(ranked -> ranked.offer().completion(replaced))
        .toList();
  }

  private static Optional<Type> expected(Place place, Wanted wanted, Caret caret) {
    return switch (wanted) {
      case Wanted.AnExpression _, Wanted.FieldOf _, Wanted.FieldOfLiteral _ ->
          ExpectedType.at(caret, place.module().scope());
      case Wanted.Qualified(_, var values) when values ->
          ExpectedType.at(caret, place.module().scope());
      case Wanted.Qualified _,
          Wanted.Nothing _,
          Wanted.AType _,
          Wanted.AModule _,
          Wanted.NameOf _ ->
          Optional.empty();
    };
  }

  private static Span replaced(Wanted wanted, Caret caret) {
    return wanted instanceof Wanted.AModule(_, var span) ? span : caret.typed().span();
  }

  /// A name behind a quote is found by itself, too.
  private static int rank(Offer offer, String typed) {
    int quote = offer.written().lastIndexOf('\'');
    int whole = NameMatch.rank(offer.written(), typed);
    return offer.kind() == Kind.MODULE || typed.contains("'") || quote < 0
        ? whole
        : Math.min(whole, NameMatch.rank(offer.written().substring(quote + 1), typed));
  }

  private record Ranked(Offer offer, int rank, boolean fits) {}
}
