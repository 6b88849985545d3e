package nib.engine.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Parses a module's statements by recursive descent, one method for one production.
///
/// It always makes a module: where something is missing it leaves a hole, says so once, and goes on
/// at the next token that can begin a statement. Bodies of functions are kept as spans: brackets
/// are matched, nothing in them is understood.
public final class Parser {

  /// The order in which a module's statements have to stand.
  private enum Part {
    IMPORT("an import"),
    FOREIGN_IMPORT("a foreign import"),
    TYPE("a type"),
    FUNCTION("a function");

    private final String words;

    Part(String words) {
      this.words = words;
    }
  }

  private final TokenStream tokens;
  private final TypeParser types;
  private final List<Import> imports = new ArrayList<>();
  private final List<ForeignImportSyntax> foreignImports = new ArrayList<>();
  private final List<TypeDefinition> definitions = new ArrayList<>();
  private final List<FunctionDefinition> functions = new ArrayList<>();
  private Part reached = Part.IMPORT;

  private Parser(TokenStream tokens) {
    this.tokens = tokens;
    this.types = new TypeParser(tokens);
  }

  public static Parsed parse(SourceText source) {
    var all =
        Lexer.lex(source.text()).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    var tokens = new TokenStream(source, all);
    var parser = new Parser(tokens);
    parser.module();
    return new Parsed(
        new ModuleSyntax(
            parser.imports, parser.foreignImports, parser.definitions, parser.functions),
        all,
        tokens.diagnostics());
  }

  private void module() {
    while (tokens.peek().kind() != Kind.END) {
      int before = tokens.position();
      statement();
      if (tokens.position() == before) {
        tokens.unexpected("`import`, `type`, `foreign` or a function's name");
        tokens.next();
        skipToStatement();
      }
    }
  }

  private void statement() {
    if (tokens.peek().is("import")) {
      if (tokens.peek(1).is("foreign")) {
        reach(Part.FOREIGN_IMPORT);
        foreignImport();
      } else {
        reach(Part.IMPORT);
        moduleImport();
      }
    } else if (tokens.peek().is("type")) {
      reach(Part.TYPE);
      typeDefinition();
    } else if (tokens.peek().is("foreign") || tokens.peek().kind() == Kind.WORD) {
      function();
    }
  }

  private void reach(Part part) {
    if (part.compareTo(reached) < 0) {
      tokens.report(new SyntaxProblem.OutOfOrder(part.words, reached.words), tokens.peek().span());
    } else {
      reached = part;
    }
  }

  private void moduleImport() {
    Span start = tokens.next().span();
    Optional<Name> packageName =
        tokens.peek().kind() == Kind.WORD
            ? Optional.of(tokens.name("a package's name"))
            : Optional.empty();
    var path = new ArrayList<Name>();
    while (tokens.accept("'")) {
      path.add(tokens.name("a module's name"));
    }
    if (path.isEmpty()) {
      tokens.unexpected("`'` and a module's name");
      skipToStatement();
      return;
    }
    Optional<Name> alias =
        tokens.accept("as") ? Optional.of(tokens.name("a prefix")) : Optional.empty();
    var names = new ArrayList<Name>();
    if (tokens.accept("{")) {
      do {
        names.add(tokens.name("a name"));
      } while (tokens.accept(",") && !tokens.peek().is("}"));
      tokens.expect("}");
    }
    imports.add(new Import(packageName, path, alias, names, start.to(tokens.last())));
    finishStatement();
  }

  private void foreignImport() {
    Span start = tokens.next().span();
    tokens.next();
    boolean c = convention();
    var name = tokens.name("the foreign function's name");
    var type = types.type();
    if (!name.text().isEmpty()) {
      foreignImports.add(new ForeignImportSyntax(c, name, type, start.to(tokens.last())));
    }
    finishStatement();
  }

  private boolean convention() {
    if (tokens.peek().kind() != Kind.STRING) {
      return false;
    }
    if (!tokens.peek().text().equals("\"c\"")) {
      tokens.report(new SyntaxProblem.UnknownConvention(tokens.peek().text()));
    }
    return tokens.next().text().equals("\"c\"");
  }

  private void typeDefinition() {
    Span start = tokens.next().span();
    var name = tokens.name("the type's name");
    if (tokens.accept("=")) {
      var type = types.type();
      definitions.add(new TypeDefinition.Alias(name, type, start.to(tokens.last())));
    } else if (tokens.accept("{")) {
      var fields = new ArrayList<Field>();
      while (tokens.peek().kind() == Kind.WORD) {
        fields.add(new Field(tokens.name("a field's name"), types.type()));
      }
      tokens.expect("}");
      definitions.add(new TypeDefinition.Fields(name, fields, start.to(tokens.last())));
    } else {
      tokens.unexpected("`=` and a type, or `{` and fields");
    }
    finishStatement();
  }

  private void function() {
    Span start = tokens.peek().span();
    boolean foreign = tokens.accept("foreign");
    boolean c = foreign && convention();
    var name = tokens.name("the function's name");
    Span lambda = tokens.peek(1).span();
    if (!tokens.expect("=") || !tokens.expect("\\(")) {
      skipToStatement();
      return;
    }
    // Only now is it a function and not a stray word.
    reach(Part.FUNCTION);
    var parameters = new ArrayList<Field>();
    while (tokens.peek().kind() == Kind.WORD) {
      parameters.add(new Field(tokens.name("a parameter's name"), types.type()));
      if (!tokens.accept(",")) {
        break;
      }
    }
    tokens.expect(")");
    var result = types.type();
    var body = body();
    var whole = lambda.to(tokens.last());
    functions.add(
        new FunctionDefinition(
            foreign,
            c,
            name,
            new Expression.Lambda(parameters, result, new Block(List.of(), body), whole),
            start.to(tokens.last())));
    finishStatement();
  }

  /// A block, its brackets matched. Where they do not match, the block ends before the next line
  /// that looks like a statement.
  private Span body() {
    if (!tokens.peek().is("{")) {
      tokens.unexpected("`{` and the function's body");
      Span here = tokens.peek().span();
      return new Span(here.start(), here.start());
    }
    int before = tokens.position();
    Span start = tokens.peek().span();
    var unclosed = skipBrackets(false);
    if (unclosed.isPresent()) {
      tokens.reset(before);
      skipBrackets(true);
      tokens.report(
          new SyntaxProblem.UnclosedBracket(unclosed.get().text()), unclosed.get().span());
    }
    return start.to(tokens.last());
  }

  /// Passes from an opening bracket to behind its closing one.
  ///
  /// @param careful whether to pass over brackets that do not match, and to stop at a line that
  ///   looks like a statement
  /// @return the innermost bracket that is still open where the brackets stop matching
  private Optional<Token> skipBrackets(boolean careful) {
    Deque<Token> open = new ArrayDeque<>();
    do {
      Token token = tokens.peek();
      if (token.kind() == Kind.END || (careful && !open.isEmpty() && looksLikeStatement())) {
        return Optional.of(open.element());
      }
      tokens.next();
      if (token.kind() != Kind.SIGN) {
        continue;
      }
      switch (token.text()) {
        case "{", "[", "(", "\\(" -> open.push(token);
        case "}", "]", ")" -> {
          if (token.text().equals(closing(open.element().text()))) {
            open.pop();
          } else if (!careful) {
            return Optional.of(open.element());
          }
        }
        default -> {}
      }
    } while (!open.isEmpty());
    return Optional.empty();
  }

  private static String closing(String open) {
    return switch (open) {
      case "(", "\\(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }

  private void finishStatement() {
    if (!startsStatement()) {
      tokens.unexpected("the next statement");
      skipToStatement();
    }
  }

  private void skipToStatement() {
    while (tokens.peek().kind() != Kind.END && !looksLikeStatement()) {
      tokens.next();
    }
  }

  private boolean startsStatement() {
    Token token = tokens.peek();
    return token.kind() == Kind.END
        || token.kind() == Kind.WORD
        || List.of("import", "type", "foreign").stream().anyMatch(token::is);
  }

  /// Stricter than [#startsStatement]: where the text is broken, a word begins a statement only at
  /// the start of a line and before `=`.
  private boolean looksLikeStatement() {
    Token token = tokens.peek();
    if (token.kind() == Kind.WORD) {
      return tokens.atLineStart() && tokens.peek(1).is("=");
    }
    return token.is("import") || token.is("type") || (token.is("foreign") && tokens.atLineStart());
  }
}
