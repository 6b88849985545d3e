package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import nib.engine.text.Site;

/// Where the name at a place is defined.
public final class DefinitionFinder {

  private DefinitionFinder() {}

  /// The definition of a variable, a type or a field; for a module in an import or before a quote,
  /// the start of its file.
  public static Optional<Site> find(Place place) {
    return subjects(place).stream().flatMap(subject -> subject.site().stream()).findFirst();
  }

  /// What the name at a place stands for.
  static List<Subject> subjects(Place place) {
    return TokenAt.word(place)
        .map(word ->
            SyntaxPath.to(place.module().scope().module().syntax(), word.span().start()).last())
        .map(node ->
            switch (node) {
              case Mention mention -> new Subjects(place.program(), place.module()).of(mention);
              case SyntaxNode.Part _ -> List.<Subject>of();
            })
        .orElse(List.of());
  }
}
