package nib.engine.checking;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.MapLiteral.Element;

/// The keys of maps that are written out as literals, by which it is seen that two have none in
/// common.
final class LiteralKeys {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  private final Set<String> keys = new HashSet<>();
  private boolean complete = true;

  /// Whether no key of the elements so far can be one of another's, as far as the text tells.
  boolean disjointFrom(Element other) {
    var others = new LiteralKeys();
    others.add(other);
    return empty()
        || (complete && others.complete && others.keys.stream().noneMatch(keys::contains));
  }

  private boolean empty() {
    return complete && keys.isEmpty();
  }

  void add(Element element) {
    switch (element) {
      case Element.Entry(var key, _) -> literal(key).ifPresentOrElse(keys::add, this::giveUp);
      case Element.Spread(Expression.MapLiteral map) -> map.elements().forEach(this::add);
      case Element.Spread _ -> giveUp();
    }
  }

  private void giveUp() {
    complete = false;
  }

  /// A key whose text is its value: equal texts are equal values, and others are others.
  private static Optional<String> literal(Expression key) {
    return switch (key) {
      case Expression.StringLiteral(var written, _) when written.indexOf('\\') < 0 ->
          Optional.of(written);
      case Expression.NumberLiteral(var written, _) when NUMBER.matcher(written).matches() ->
          Optional.of(written);
      default -> Optional.empty();
    };
  }
}
