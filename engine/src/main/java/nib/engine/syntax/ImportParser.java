package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;

/// Parses what begins with `import`.
final class ImportParser {

  private final TokenStream tokens;
  private final TypeParser types;
  private final Separated separated;

  ImportParser(TokenStream tokens, TypeParser types) {
    this.tokens = tokens;
    this.types = types;
    this.separated = new Separated(tokens);
  }

  /// An import of a module; nothing where no module is named.
  Optional<Import> moduleImport() {
    int start = tokens.position();
    tokens.next();
    Optional<Name> packageName =
        tokens.isWord() && !tokens.startsNamedStatement()
            ? Optional.of(tokens.word())
            : Optional.empty();
    if (!tokens.is(Sign.QUOTE)) {
      boolean elsewhere = tokens.atEnd() || tokens.firstOnLine();
      var here = elsewhere ? tokens.all().span(start) : tokens.span();
      tokens.complain(
          new SyntaxProblem.ImportWithoutModule(packageName.map(Name::text)),
          packageName.map(Name::span).orElse(here));
      return Optional.empty();
    }
    var path = path(packageName.isPresent());
    Optional<Name> alias =
        tokens.accept(Sign.AS) ? Optional.of(tokens.name("a prefix")) : Optional.empty();
    var names = tokens.is(Sign.BRACE) ? names() : List.<Name>of();
    return Optional.of(new Import(packageName, path, alias, names, tokens.from(start)));
  }

  /// The module's components, each behind a quote. There may be blanks behind the quote and none
  /// before it, save before the first one of a module of the same package.
  private List<Name> path(boolean external) {
    var path = new ArrayList<Name>();
    while (tokens.is(Sign.QUOTE)) {
      if ((external || !path.isEmpty()) && !tokens.joined(0)) {
        tokens.complain(new SyntaxProblem.BlankBeforeQuote());
      }
      tokens.next();
      var name = tokens.name("a module's name");
      path.add(name);
      if (external && !name.text().isEmpty() && !Name.isPublic(name.text())) {
        tokens.mistake(new SyntaxProblem.PrivateModule(name.text()), name.span());
      }
    }
    return path;
  }

  private List<Name> names() {
    int open = tokens.position();
    tokens.next();
    var names = separated.list(open, "a name", this::startsName, () -> tokens.name("a name"));
    if (names.isEmpty() && tokens.is(Sign.CLOSE_BRACE)) {
      tokens.complain(new SyntaxProblem.EmptyNameList(), tokens.all().span(open).to(tokens.span()));
    }
    tokens.close(open, "a name or `}`");
    return names;
  }

  private boolean startsName() {
    return tokens.isWord() && tokens.sign(1) != Sign.ASSIGN;
  }

  /// A foreign import; nothing where the function has no name.
  Optional<ForeignImportSyntax> foreignImport() {
    int start = tokens.position();
    tokens.next();
    tokens.next();
    boolean c = convention(Sign.LAMBDA);
    var name = tokens.name("the foreign function's name");
    var type = types.type();
    return name.text().isEmpty()
        ? Optional.empty()
        : Optional.of(new ForeignImportSyntax(c, name, type, tokens.from(start)));
  }

  /// Whether `"c"` stands here. Any other convention is said to be none.
  ///
  /// @param shape what follows the name that follows the convention
  boolean convention(Sign shape) {
    if (tokens.kind() == Kind.STRING) {
      boolean c = tokens.text().equals("\"c\"");
      if (!c) {
        tokens.complain(new SyntaxProblem.UnknownConvention(tokens.text()));
      }
      tokens.next();
      return c;
    }
    boolean unquoted = tokens.isWord() && tokens.kind(1) == Kind.WORD && tokens.sign(2) == shape;
    if (unquoted) {
      tokens.complain(new SyntaxProblem.UnknownConvention(tokens.text()));
      tokens.next();
    }
    return unquoted;
  }
}
