package nib.engine.syntax;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.Token.Kind;

/// Parses a module's definitions. Where one is broken it goes on at the next line that looks like
/// one.
final class ModuleParser {

  /// The order in which a module's definitions have to stand.
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

  /// What begins a function, a constant or a publication in other languages.
  private static final Set<String> OTHER_LANGUAGES =
      Set.of(
          "fn",
          "func",
          "function",
          "fun",
          "def",
          "let",
          "const",
          "var",
          "val",
          "pub",
          "public",
          "struct",
          "record",
          "class",
          "enum",
          "interface",
          "use",
          "using",
          "include",
          "module",
          "package",
          "extern",
          "from",
          "static");

  private static final Set<Sign> FIRST_KEYWORDS =
      EnumSet.of(Sign.IMPORT, Sign.TYPE, Sign.FOREIGN, Sign.EXPORT);

  private final TokenStream tokens;
  private final TypeParser types;
  private final ExpressionParser expressions;
  private final ImportParser importParser;
  private final List<Import> imports = new ArrayList<>();
  private final List<ForeignImportSyntax> foreignImports = new ArrayList<>();
  private final List<TypeDefinition> definitions = new ArrayList<>();
  private final List<FunctionDefinition> functions = new ArrayList<>();
  private Part reached = Part.IMPORT;

  /// Whether a line that looks like a definition is one, even within braces: so in a text where
  /// they do not match.
  private boolean careful;

  ModuleParser(TokenStream tokens) {
    this.tokens = tokens;
    this.types = new TypeParser(tokens);
    this.expressions = new ExpressionParser(tokens, types);
    this.importParser = new ImportParser(tokens, types);
  }

  ModuleSyntax module() {
    while (!tokens.atEnd()) {
      tokens.listen();
      Runnable definition = read();
      definition.run();
    }
    return new ModuleSyntax(imports, foreignImports, definitions, functions);
  }

  /// Reads a definition. If it is broken and reaches over lines that look like others, it is read
  /// again up to the first of them.
  ///
  /// @return what adds the definition to the module
  private Runnable read() {
    int start = tokens.position();
    int complaints = tokens.complaintCount();
    int heard = tokens.complaints().size();
    Part before = reached;
    if (careful) {
      tokens.fence(nextDefinition(start + 1, Integer.MAX_VALUE));
    }
    var definition = definition();
    if (tokens.position() == start) {
      tokens.next();
    }
    int end = tokens.position();
    if (tokens.complaintCount() > complaints && !careful) {
      int fence = nextDefinition(start + 1, end);
      careful = fence < end;
      if (careful || !tokens.isBalanced(start, end)) {
        tokens.complaints().rewind(heard);
        reached = before;
        tokens.reset(start);
        tokens.listen();
        tokens.fence(fence);
        definition = definition();
      }
    }
    if (tokens.isDeaf()) {
      tokens.complaints().keepDepth(heard);
    }
    if (tokens.complaintCount() > complaints) {
      tokens.keepQuiet();
      skipToDefinition();
    }
    tokens.unfence();
    return definition;
  }

  /// The first token from `from` on that looks like a definition on a line of its own, or `to`.
  private int nextDefinition(int from, int to) {
    int last = Math.min(to, tokens.all().size() - 1);
    int next = from;
    while (next < last && !looksLikeDefinition(next)) {
      next++;
    }
    return Math.min(next, last);
  }

  private boolean looksLikeDefinition(int index) {
    return isAtLineStart(index)
        && (FIRST_KEYWORDS.contains(tokens.all().sign(index))
            || startsFunction(index)
            || startsForeignDefinition(index));
  }

  private boolean isAtLineStart(int index) {
    int start = tokens.all().start(index);
    return start == 0 || Lexer.endsLine(tokens.all().whole().charAt(start - 1));
  }

  private boolean startsFunction(int index) {
    var all = tokens.all();
    Kind kind = all.kind(index);
    Sign next = kind == Kind.WORD || kind == Kind.KEYWORD ? all.sign(index + 1) : Sign.NONE;
    return next == Sign.ASSIGN || next == Sign.LAMBDA;
  }

  private boolean startsForeignDefinition(int index) {
    var all = tokens.all();
    return all.kind(index) == Kind.WORD
        && all.kind(index + 1) == Kind.WORD
        && OTHER_LANGUAGES.contains(all.text(index));
  }

  /// Outside of a function's braces whatever begins a line was meant as a definition.
  private void skipToDefinition() {
    boolean function =
        tokens.isWord() && tokens.sign(1) == Sign.ASSIGN && tokens.sign(2) == Sign.LAMBDA;
    while (!function && !tokens.atEnd() && !startsLine()) {
      tokens.next();
    }
  }

  private boolean startsLine() {
    boolean word = tokens.isWord() || tokens.kind() == Kind.KEYWORD;
    return word && isAtLineStart(tokens.position());
  }

  private Runnable definition() {
    if (tokens.is(Sign.IMPORT)) {
      return tokens.sign(1) == Sign.FOREIGN ? foreignImport() : moduleImport();
    }
    if (tokens.is(Sign.TYPE)) {
      return typeDefinition();
    }
    boolean function = tokens.is(Sign.FOREIGN) || startsFunction(tokens.position());
    return function ? function() : stray();
  }

  private Runnable stray() {
    if (tokens.isWord() && OTHER_LANGUAGES.contains(tokens.text())) {
      tokens.complain(new SyntaxProblem.OtherLanguage(tokens.text()));
    } else if (tokens.isWord() && tokens.sign(1) == Sign.PAREN) {
      tokens.complain(new SyntaxProblem.FunctionWithoutSign(tokens.text()));
    } else {
      tokens.stray("`import`, `type`, `foreign` or a function's name");
    }
    tokens.next();
    return () -> {};
  }

  private void reach(Part part, int start) {
    if (part.compareTo(reached) < 0) {
      tokens
          .complaints()
          .error(new SyntaxProblem.OutOfOrder(part.words, reached.words), tokens.all().span(start));
    } else {
      reached = part;
    }
  }

  private Runnable moduleImport() {
    reach(Part.IMPORT, tokens.position());
    var one = importParser.moduleImport();
    return () -> one.ifPresent(imports::add);
  }

  private Runnable foreignImport() {
    reach(Part.FOREIGN_IMPORT, tokens.position());
    var one = importParser.foreignImport();
    return () -> one.ifPresent(foreignImports::add);
  }

  private Runnable typeDefinition() {
    int start = tokens.position();
    reach(Part.TYPE, start);
    tokens.next();
    var name = name("the type's name");
    var definition = typeDefinition(start, name);
    return name.text().isEmpty() ? () -> {} : () -> definitions.add(definition);
  }

  private TypeDefinition typeDefinition(int start, Name name) {
    if (tokens.is(Sign.BRACE)) {
      return new TypeDefinition.Fields(name, fields(), tokens.from(start));
    }
    if (!tokens.is(Sign.ASSIGN)) {
      tokens.unexpected("`=` and a type, or `{` and fields");
      return new TypeDefinition.Alias(
          name, new TypeSyntax.Missing(tokens.hole()), tokens.from(start));
    }
    var sign = tokens.span();
    tokens.next();
    boolean record =
        tokens.is(Sign.BRACE)
            && tokens.kind(1) == Kind.WORD
            && !tokens.attempt(tokens.position(), types::type);
    if (record && tokens.sign(2) != Sign.COLON) {
      tokens.complain(new SyntaxProblem.RecordWithEquals(), sign);
      return new TypeDefinition.Fields(name, fields(), tokens.from(start));
    }
    var type = types.type();
    return new TypeDefinition.Alias(name, type, tokens.from(start));
  }

  /// A name before `=`, which may be on a line of its own.
  private Name name(String what) {
    if (tokens.kind() == Kind.KEYWORD && tokens.sign(1) == Sign.ASSIGN) {
      tokens.complain(new SyntaxProblem.KeywordAsName(tokens.text()));
      return tokens.word();
    }
    return tokens.isWord() ? tokens.word() : tokens.name(what);
  }

  private List<Field> fields() {
    int open = tokens.position();
    tokens.next();
    var fields = new ArrayList<Field>();
    var needless = new NeedlessSigns(tokens);
    while (startsField()) {
      var name = tokens.name("a field's name");
      needless.pass(Sign.COLON, NeedlessSigns.BEFORE_TYPE);
      fields.add(new Field(name, types.type()));
      needless.pass(Sign.COMMA, NeedlessSigns.BETWEEN_FIELDS);
    }
    tokens.close(open, "a field's name and type, or `}`");
    return fields;
  }

  private boolean startsField() {
    return tokens.isWord() && tokens.sign(1) != Sign.ASSIGN;
  }

  private Runnable function() {
    int start = tokens.position();
    boolean foreign = tokens.accept(Sign.FOREIGN);
    boolean c = foreign && importParser.convention(Sign.ASSIGN);
    var name = name("the function's name");
    if (!tokens.accept(Sign.ASSIGN)) {
      tokens.unexpected(tokens.is(Sign.LAMBDA) ? "`=`" : "`=` and a function");
    }
    if (!tokens.is(Sign.LAMBDA)) {
      tokens.complain(new SyntaxProblem.DefinitionNotAFunction(name.text()));
      var missing = missingLambda();
      var broken = new FunctionDefinition(foreign, c, name, missing, tokens.from(start));
      return addFunction(broken);
    }
    // Only now is it a function and not a stray word.
    reach(Part.FUNCTION, start);
    var lambda = expressions.lambda();
    return addFunction(new FunctionDefinition(foreign, c, name, lambda, tokens.from(start)));
  }

  /// What has no name cannot be meant by anything else in the module.
  private Runnable addFunction(FunctionDefinition function) {
    return function.name().text().isEmpty() ? () -> {} : () -> functions.add(function);
  }

  private Expression.Lambda missingLambda() {
    var hole = tokens.hole();
    return new Expression.Lambda(
        List.of(), new TypeSyntax.Missing(hole), new Block(List.of(), hole), hole);
  }
}
