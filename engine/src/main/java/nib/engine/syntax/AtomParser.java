package nib.engine.syntax;

import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.Token.Kind;
import nib.engine.syntax.TypeParser.QualifiedName;
import nib.engine.text.Span;

/// Parses operands: literals, names, and what begins with a bracket or a keyword.
final class AtomParser {

  private final TokenStream tokens;
  private final TypeParser types;
  private final ExpressionParser expressions;
  private final Separated separated;
  private final BlockParser blocks;
  private final ConditionalParser conditionals;
  private final CollectionParser collections;
  private final RecordParser records;

  AtomParser(TokenStream tokens, TypeParser types, ExpressionParser expressions) {
    this.tokens = tokens;
    this.types = types;
    this.expressions = expressions;
    this.separated = new Separated(tokens);
    this.blocks = new BlockParser(tokens, expressions);
    this.conditionals = new ConditionalParser(tokens, types, expressions, blocks);
    this.collections = new CollectionParser(tokens, types, expressions);
    this.records = new RecordParser(tokens, expressions, collections);
  }

  Expression atom() {
    return switch (tokens.sign()) {
      case NONE -> plain();
      case LAMBDA -> lambda();
      case IF -> conditionals.conditional();
      case SQUARE -> collections.list();
      case BRACE -> collections.map();
      case PAREN -> parenthesized();
      case PLUS, MINUS -> signed();
      case QUOTE -> singleQuoted();
      case CLOSE_PAREN, CLOSE_SQUARE, CLOSE_BRACE, COMMA, COLON, DOT, SPREAD -> missing();
      case ASSIGN, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> missing();
      case STAR, SLASH, AND, OR, NOT, TRY -> missing();
      case AS, ELSE, EXPORT, FOR, FOREIGN, IN, IMPORT, TYPE -> missing();
    };
  }

  private Expression plain() {
    return switch (tokens.kind()) {
      case NUMBER -> new Expression.NumberLiteral(tokens.text(), passed());
      case STRING, OPEN_STRING -> new Expression.StringLiteral(tokens.text(), passed());
      case WORD -> tokens.startsNamedStatement() ? missing() : named();
      case KEYWORD, SIGN, COMMENT, UNKNOWN, END -> missing();
    };
  }

  private Expression missing() {
    if (tokens.kind() == Kind.KEYWORD && !tokens.is(Sign.EXPORT)) {
      tokens.complain(new SyntaxProblem.MisplacedKeyword(tokens.text(), "an expression"));
    } else {
      tokens.unexpected("an expression");
    }
    return new Expression.Missing(tokens.hole());
  }

  private Span passed() {
    var span = tokens.span();
    tokens.next();
    return span;
  }

  private Expression parenthesized() {
    int open = tokens.position();
    tokens.next();
    var inner = expressions.expression();
    tokens.close(open, "`)`");
    return inner;
  }

  /// A sign belongs to the decimal number that follows it directly. There is no other use for one
  /// before an operand.
  private Expression signed() {
    int sign = tokens.position();
    boolean number = tokens.kind(1) == Kind.NUMBER && tokens.joined(1);
    if (!number) {
      tokens.complain(new SyntaxProblem.UnaryOperator(tokens.text()));
      while (tokens.is(Sign.PLUS) || tokens.is(Sign.MINUS)) {
        tokens.next();
      }
      return atom();
    }
    String written = tokens.text() + tokens.all().text(sign + 1);
    if (written.startsWith("0b", 1) || written.startsWith("0x", 1)) {
      if (expressions.isInStatement() && tokens.splitNumber()) {
        expressions.forget();
        return plain();
      }
      tokens.complain(new SyntaxProblem.SignedPrefix(written));
    }
    tokens.next();
    tokens.next();
    return new Expression.NumberLiteral(written, tokens.from(sign));
  }

  /// Strings of other languages.
  private Expression singleQuoted() {
    int quote = tokens.position();
    tokens.complain(new SyntaxProblem.SingleQuote());
    tokens.next();
    while (tokens.joined(0) && !tokens.is(Sign.QUOTE) && !tokens.sign().closes()) {
      tokens.next();
    }
    tokens.accept(Sign.QUOTE);
    return new Expression.Missing(tokens.from(quote));
  }

  private Expression named() {
    var name = QualifiedName.parse(tokens);
    var variable = new Expression.Variable(name.qualifier(), name.name(), name.span());
    return tokens.is(Sign.BRACE) && !name.name().text().isEmpty()
        ? records.recordOr(TypeParser.named(name), variable)
        : variable;
  }

  Expression.Lambda lambda() {
    int start = tokens.position();
    tokens.next();
    var needless = new NeedlessSigns(tokens);
    var parameters =
        separated.list(start, "a parameter", this::startsParameter, () -> parameter(needless));
    tokens.close(start, "a parameter's name and type, or `)`");
    needless.pass(Sign.COLON, NeedlessSigns.BEFORE_RESULT);
    needless.passArrow();
    var result = result();
    var body = blocks.block(BlockParser.Place.FUNCTION);
    return new Expression.Lambda(parameters, result, body, tokens.from(start));
  }

  private boolean startsParameter() {
    boolean name = tokens.isWord() || (tokens.kind() == Kind.KEYWORD && !tokens.firstOnLine());
    return name && tokens.sign(1) != Sign.ASSIGN;
  }

  private Field parameter(NeedlessSigns needless) {
    var name = tokens.name("a parameter's name");
    needless.pass(Sign.COLON, NeedlessSigns.BEFORE_TYPE);
    return new Field(name, types.type());
  }

  /// Without a result's type the body looks like a map's type that went wrong, and no body follows.
  private TypeSyntax result() {
    int brace = tokens.position();
    int partner = tokens.is(Sign.BRACE) ? tokens.partner(brace) : Brackets.NONE;
    boolean body = partner > 0 && tokens.all().sign(partner + 1) != Sign.BRACE;
    if (body && !expressions.attempt(brace, types::type)) {
      tokens.mistake(new SyntaxProblem.ResultTypeMissing(), tokens.span());
      return new TypeSyntax.Missing(tokens.hole());
    }
    return types.type();
  }
}
