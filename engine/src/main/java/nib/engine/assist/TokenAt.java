package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.syntax.Token;
import nib.engine.syntax.Token.Kind;

/// The token that an offset is on.
final class TokenAt {

  private static final Set<String> OPERATORS =
      Set.of("==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "&", "|", "!", "?");

  private TokenAt() {}

  /// The token at an offset. Behind a name's last letter it is still the name, unless an operator
  /// follows at once.
  static Optional<Token> of(Place place) {
    var tokens = place.module().scope().module().tokens();
    var under = under(tokens, place.offset());
    return under
        .filter(TokenAt::speaks)
        .or(() -> wordBefore(tokens, place.offset()))
        .or(() -> under);
  }

  /// The name at an offset, or the one that ends there.
  static Optional<Token> word(Place place) {
    var tokens = place.module().scope().module().tokens();
    return under(tokens, place.offset())
        .filter(token -> token.kind() == Kind.WORD)
        .or(() -> wordBefore(tokens, place.offset()));
  }

  private static Optional<Token> under(List<Token> tokens, int offset) {
    int index = OneLine.firstFrom(tokens, offset + 1) - 1;
    return index >= 0 && tokens.get(index).span().contains(offset)
        ? Optional.of(tokens.get(index))
        : Optional.empty();
  }

  private static Optional<Token> wordBefore(List<Token> tokens, int offset) {
    return under(tokens, offset - 1)
        .filter(token -> token.kind() == Kind.WORD && token.span().end() == offset);
  }

  private static boolean speaks(Token token) {
    return switch (token.kind()) {
      case WORD, NUMBER, STRING -> true;
      case SIGN -> OPERATORS.contains(token.text());
      case KEYWORD, OPEN_STRING, COMMENT, UNKNOWN, END -> false;
    };
  }
}
