package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.checking.ModuleChecker;
import nib.engine.checking.Typing;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.Token;
import nib.engine.text.SourceText;
import nib.engine.types.ModuleScope;

/// A caret at which something is to be completed, and the module as it would be with a name there.
///
/// A program under a caret is incomplete: `x = ` and the rest of the function. With a name put in
/// the place of what is missing it is complete, and the parser says what the name would be, and the
/// checker what else has a name there.
///
/// @param tokens those of the module as it is, without comments
/// @param syntax with the name
/// @param path to the name
/// @param typing of the function that the caret is in
record Caret(Typed typed, List<Token> tokens, ModuleSyntax syntax, SyntaxPath path, Typing typing) {

  /// With it in or behind a keyword, the keyword is one no more.
  private static final String NAME = "_";

  /// Empty where no name can be written: in a comment, a string or a number.
  static Optional<Caret> of(ModuleScope scope, int offset) {
    var module = scope.module();
    String text = module.source().text();
    var whole =
        PenModule.of(
            module.path(),
            new SourceText(
                module.source().file(), text.substring(0, offset) + NAME + text.substring(offset)));
    return inTextOrNumber(whole, offset)
        ? Optional.empty()
        : Optional.of(of(scope, whole, Typed.before(text, offset)));
  }

  private static Caret of(ModuleScope scope, PenModule whole, Typed typed) {
    var path = SyntaxPath.to(whole.syntax(), typed.span().end() - typed.name().length());
    return new Caret(
        typed,
        scope.module().tokens(),
        whole.syntax(),
        path,
        ModuleChecker.check(new CaretScope(scope, around(whole, path))).typing());
  }

  /// Whether the name that was put in became part of a comment or a string, or stands behind a
  /// number.
  private static boolean inTextOrNumber(PenModule whole, int offset) {
    boolean comment =
        before(whole.comments(), offset).filter(it -> it.span().contains(offset)).isPresent();
    return comment
        || before(whole.tokens(), offset)
            .filter(token ->
                switch (token.kind()) {
                  case STRING, OPEN_STRING -> token.span().contains(offset);
                  case NUMBER -> token.span().end() >= offset;
                  case WORD, KEYWORD, SIGN, COMMENT, UNKNOWN, END -> false;
                })
            .isPresent();
  }

  /// The last token that starts in front of an offset.
  private static Optional<Token> before(List<Token> tokens, int offset) {
    int index = OneLine.firstFrom(tokens, offset) - 1;
    return index < 0 ? Optional.empty() : Optional.of(tokens.get(index));
  }

  /// The module with no function but the one that the caret is in.
  private static PenModule around(PenModule whole, SyntaxPath path) {
    var syntax = whole.syntax();
    var functions =
        path.nodes().stream()
            .flatMap(node ->
                node instanceof SyntaxNode.FunctionPart(var function)
                    ? Stream.of(function)
                    : Stream.<FunctionDefinition>empty())
            .toList();
    return new PenModule(
        whole.path(),
        whole.source(),
        new ModuleSyntax(syntax.imports(), syntax.foreignImports(), syntax.types(), functions),
        whole.tokens(),
        whole.comments(),
        whole.diagnostics());
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
    return before(tokens, typed.start());
  }
}
