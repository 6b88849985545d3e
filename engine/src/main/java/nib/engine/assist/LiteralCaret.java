package nib.engine.assist;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.syntax.Token;
import nib.engine.syntax.Token.Kind;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;

/// A record literal in which a caret stands where a field's name may be, read from tokens. A tree
/// does not tell: `Foo{` is the beginning of a literal as well as a variable before a block.
///
/// @param type what stands before the brace
/// @param given the fields that the literal has
record LiteralCaret(TypeSyntax.Named type, Set<String> given) {

  /// The literal around a caret.
  ///
  /// @param before the index of the last token in front of what was typed
  /// @param next the index of the first token behind it
  static Optional<LiteralCaret> at(List<Token> tokens, int before, int next) {
    if (!is(tokens, before, "{") && !is(tokens, before, ",")) {
      return Optional.empty();
    }
    int brace = brace(tokens, before);
    return brace < 0
        ? Optional.empty()
        : type(tokens, brace - 1)
            .map(type -> {
              var given = new HashSet<String>();
              fields(tokens, brace + 1, before + 1, given);
              fields(tokens, next, tokens.size(), given);
              return new LiteralCaret(type, given);
            });
  }

  /// The innermost bracket that is open behind a token, if it is a brace; else -1.
  private static int brace(List<Token> tokens, int from) {
    int depth = 0;
    for (int i = from; i >= 0; i--) {
      if (opens(tokens.get(i))) {
        if (depth == 0) {
          return is(tokens, i, "{") ? i : -1;
        }
        depth--;
      } else if (closes(tokens.get(i))) {
        depth++;
      }
    }
    return -1;
  }

  private static Optional<TypeSyntax.Named> type(List<Token> tokens, int index) {
    if (index < 0 || tokens.get(index).kind() != Kind.WORD) {
      return Optional.empty();
    }
    var name = tokens.get(index);
    boolean qualified =
        index >= 2
            && is(tokens, index - 1, "'")
            && tokens.get(index - 2).kind() == Kind.WORD
            && tokens.get(index - 2).span().end() + 1 == name.span().start();
    Optional<Token> qualifier = qualified ? Optional.of(tokens.get(index - 2)) : Optional.empty();
    int start = qualifier.orElse(name).span().start();
    return Optional.of(
        new TypeSyntax.Named(
            qualifier.map(Token::text), name.text(), new Span(start, name.span().end())));
  }

  /// Adds the names before colons, up to the end of the literal.
  private static void fields(List<Token> tokens, int from, int to, Set<String> given) {
    int depth = 0;
    for (int i = from; i < to && depth >= 0; i++) {
      var token = tokens.get(i);
      if (opens(token)) {
        depth++;
      } else if (closes(token)) {
        depth--;
      } else if (depth == 0 && token.kind() == Kind.WORD && is(tokens, i + 1, ":")) {
        given.add(token.text());
      }
    }
  }

  private static boolean opens(Token token) {
    return switch (token.text()) {
      case "(", "\\(", "[", "{" -> token.kind() == Kind.SIGN;
      default -> false;
    };
  }

  private static boolean closes(Token token) {
    return switch (token.text()) {
      case ")", "]", "}" -> token.kind() == Kind.SIGN;
      default -> false;
    };
  }

  private static boolean is(List<Token> tokens, int index, String text) {
    return index >= 0 && index < tokens.size() && tokens.get(index).text().equals(text);
  }
}
