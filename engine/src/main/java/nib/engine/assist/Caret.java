package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.syntax.Parser;
import nib.engine.syntax.Token;
import nib.engine.text.SourceText;

/// A caret at which something is to be completed, and the module as it would be with a name there.
///
/// A program under a caret is incomplete: `x = ` and the rest of the function. With a name put in
/// the place of what is missing it is complete, and the parser says what the name would be.
///
/// @param tokens those of the module as it is, without comments
/// @param path to the name that was put in
record Caret(Typed typed, List<Token> tokens, ModuleSyntax syntax, SyntaxPath path) {

  /// With it in or behind a keyword, the keyword is one no more.
  private static final String NAME = "_";

  /// Empty where no name can be written.
  static Optional<Caret> of(PenModule module, int offset) {
    String text = module.source().text();
    return Typed.before(text, offset)
        .map(typed -> {
          var whole = text.substring(0, offset) + NAME + text.substring(offset);
          var syntax = Parser.parse(new SourceText(module.source().file(), whole)).module();
          int name = offset - typed.name().length();
          return new Caret(typed, withoutComments(module), syntax, SyntaxPath.to(syntax, name));
        });
  }

  private static List<Token> withoutComments(PenModule module) {
    return module.tokens().stream().filter(token -> token.kind() != Token.Kind.COMMENT).toList();
  }

  /// The index of the last token in front of what was typed; -1 where there is none.
  int before() {
    return OneLine.firstFrom(tokens, typed.start()) - 1;
  }

  /// Those up to what was typed behind the last quote.
  List<Token> tokensBeforeName() {
    int name = typed.span().end() - typed.name().length();
    return tokens.subList(0, OneLine.firstFrom(tokens, name));
  }

  /// The index of the first token behind the name at the caret.
  int next() {
    return OneLine.firstFrom(tokens, typed.span().end());
  }

  Optional<Token> previous() {
    return before() < 0 ? Optional.empty() : Optional.of(tokens.get(before()));
  }
}
