package nib.engine.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// An import that a caret stands in, read from its tokens up to the caret: half an import is
/// nothing that a tree could tell.
final class ImportCaret {

  /// Where in an import a caret stands.
  enum Position {
    PATH,
    BEHIND_PATH,
    ALIAS,
    BEHIND_ALIAS,
    NAMES
  }

  private final List<Token> tokens;
  private final Token keyword;
  private final List<Name> path = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private Optional<Name> packageName = Optional.empty();
  private Optional<Name> alias = Optional.empty();
  private Position position = Position.PATH;
  private int at;

  private ImportCaret(List<Token> tokens) {
    this.keyword = tokens.getFirst();
    this.tokens = tokens.subList(1, tokens.size());
  }

  /// The import that tokens end in; empty where they end in something else.
  ///
  /// @param tokens those in front of what was typed at the caret
  static Optional<ImportCaret> at(List<Token> tokens) {
    int start = tokens.size() - 1;
    while (start >= 0 && canBePart(tokens.get(start))) {
      start--;
    }
    if (start < 0 || !tokens.get(start).text().equals("import")) {
      return Optional.empty();
    }
    var caret = new ImportCaret(tokens.subList(start, tokens.size()));
    return caret.read() ? Optional.of(caret) : Optional.empty();
  }

  private static boolean canBePart(Token token) {
    return token.kind() == Kind.WORD
        || switch (token.text()) {
          case "'", "as", "{", "," -> true;
          default -> false;
        };
  }

  Position position() {
    return position;
  }

  /// Where the path starts, if something of it stands before the caret.
  Optional<Integer> pathStart() {
    return tokens.stream().findFirst().map(token -> token.span().start());
  }

  /// As far as it goes.
  Import syntax() {
    int end = tokens.isEmpty() ? keyword.span().end() : tokens.getLast().span().end();
    return new Import(packageName, path, alias, names, new Span(keyword.span().start(), end));
  }

  private boolean read() {
    if (isWord()) {
      packageName = Optional.of(word());
    }
    while (is("'")) {
      at++;
      if (!isWord()) {
        return at == tokens.size();
      }
      path.add(word());
    }
    if (path.isEmpty()) {
      return at == tokens.size() && packageName.isEmpty();
    }
    return behindPath();
  }

  private boolean behindPath() {
    position = Position.BEHIND_PATH;
    if (is("as")) {
      at++;
      position = Position.ALIAS;
      if (isWord()) {
        alias = Optional.of(word());
        position = Position.BEHIND_ALIAS;
      }
    }
    if (is("{")) {
      at++;
      position = Position.NAMES;
      while (isWord()) {
        names.add(word());
        if (!is(",")) {
          return false;
        }
        at++;
      }
    }
    return at == tokens.size();
  }

  private boolean is(String text) {
    return at < tokens.size() && tokens.get(at).text().equals(text);
  }

  private boolean isWord() {
    return at < tokens.size() && tokens.get(at).kind() == Kind.WORD;
  }

  private Name word() {
    var token = tokens.get(at++);
    return new Name(token.text(), token.span());
  }
}
