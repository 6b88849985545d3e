package nib.engine.syntax;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.Expression.Operation.Step;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Parses expressions: operators around operands, and what follows an operand.
///
/// The one place of the grammar where a blank matters is here: a call's parenthesis follows the
/// function directly, so `f (x)` is two expressions.
final class ExpressionParser {

  private static final Set<Sign> FIRST_SIGNS =
      EnumSet.of(
          Sign.LAMBDA,
          Sign.PAREN,
          Sign.SQUARE,
          Sign.BRACE,
          Sign.NOT,
          Sign.IF,
          Sign.PLUS,
          Sign.MINUS,
          Sign.QUOTE);

  private final TokenStream tokens;
  private final Separated separated;
  private final AtomParser atoms;

  /// What was parsed in a place that may be read a second time, by the position of its first token
  /// and by whether it was in a statement.
  private final Map<Integer, Remembered> memory = new HashMap<>();

  private int remembering;
  private boolean inStatement;

  private record Remembered(Expression expression, int end, int height) {}

  ExpressionParser(TokenStream tokens, TypeParser types) {
    this.tokens = tokens;
    this.separated = new Separated(tokens);
    this.atoms = new AtomParser(tokens, types, this);
  }

  /// The lambda here, with which a function is defined.
  Expression.Lambda lambda() {
    memory.clear();
    remembering = 0;
    inStatement = false;
    tokens.nesting().enter();
    var lambda = atoms.lambda();
    tokens.nesting().leave();
    return lambda;
  }

  /// An expression that something else than a statement may follow.
  Expression expression() {
    return expression(false);
  }

  /// An expression that another may follow without a sign between them.
  Expression statement() {
    return expression(true);
  }

  private Expression expression(boolean statement) {
    boolean outer = inStatement;
    inStatement = statement;
    boolean first = memory.isEmpty() && remembering == 0 && !tokens.isAttempting();
    var expression = first ? deeper() : remembered();
    inStatement = outer;
    return expression;
  }

  /// Whether another expression may follow the current one without a sign between them.
  boolean isInStatement() {
    return inStatement;
  }

  /// Parses what may have to be parsed again in another way. Without a memory that would take twice
  /// the time for each level of nesting.
  Expression expressionToRemember() {
    remembering++;
    var expression = expression();
    remembering--;
    return expression;
  }

  /// Forgets what was parsed: its tokens may stand elsewhere now.
  void forget() {
    memory.clear();
  }

  /// Whether the text from `from` on can be read in this way without a complaint.
  boolean attempt(int from, Runnable reading) {
    boolean statement = inStatement;
    int memories = remembering;
    boolean possible = tokens.attempt(from, reading);
    inStatement = statement;
    remembering = memories;
    return possible;
  }

  private Expression remembered() {
    int key = tokens.position() * 2 + (inStatement ? 1 : 0);
    var nesting = tokens.nesting();
    var known = memory.get(key);
    if (known != null && nesting.take(known.height())) {
      tokens.reset(known.end());
      return known.expression();
    }
    if (remembering == 0 && !tokens.isAttempting()) {
      return deeper();
    }
    int complaints = tokens.complaintCount();
    int before = nesting.begin();
    var expression = deeper();
    if (tokens.complaintCount() == complaints) {
      memory.put(key, new Remembered(expression, tokens.position(), nesting.height()));
    }
    nesting.finish(before);
    return expression;
  }

  private Expression deeper() {
    var nesting = tokens.nesting();
    if (!nesting.enter()) {
      separated.tooDeep();
      return new Expression.Missing(tokens.hole());
    }
    var expression = operation();
    nesting.leave();
    return expression;
  }

  /// Whether an expression begins here, or something that was meant as one.
  boolean starts() {
    return switch (tokens.kind()) {
      case NUMBER, STRING, OPEN_STRING -> true;
      case WORD -> !tokens.startsNamedStatement();
      case KEYWORD, SIGN -> FIRST_SIGNS.contains(tokens.sign());
      case COMMENT, UNKNOWN, END -> false;
    };
  }

  private Expression operation() {
    int before = tokens.nesting().begin();
    int start = tokens.position();
    var first = operand();
    var expression = first;
    if (isOperator()) {
      var operators = tokens.span();
      var operands = new Operands(first, tokens.from(start, first.span()));
      while (isOperator()) {
        var at = tokens.span();
        var operator = operator();
        int right = tokens.position();
        var operand = operand();
        operands.add(new Step(operator, at, operand), tokens.from(right, operand.span()));
      }
      expression = wrapped(operands, first, operators);
    }
    tokens.nesting().finish(before);
    return expression;
  }

  /// @param operators where the first operator stands
  private Expression wrapped(Operands operands, Expression first, Span operators) {
    for (int i = operands.levels(); i > 0; i--) {
      if (!tokens.nesting().wrap()) {
        tokens.tooDeep(operators);
        return first;
      }
    }
    return operands.expression();
  }

  /// No `=` can follow an operand: where one does it was meant to compare.
  private boolean isOperator() {
    return tokens.sign().operator().isPresent() || tokens.is(Sign.ASSIGN);
  }

  private Operator operator() {
    Sign sign = tokens.sign();
    if (sign == Sign.ASSIGN) {
      tokens.complain(new SyntaxProblem.EqualsInExpression());
    }
    tokens.next();
    if ((sign == Sign.AND || sign == Sign.OR) && tokens.is(sign) && tokens.joined(0)) {
      tokens.complain(new SyntaxProblem.DoubledOperator(sign.text()));
      tokens.next();
    }
    return sign.operator().orElse(Operator.EQUAL);
  }

  /// `!` binds more weakly than what follows an operand.
  private Expression operand() {
    int start = tokens.position();
    while (tokens.is(Sign.NOT)) {
      tokens.next();
    }
    int nots = tokens.position() - start;
    int before = tokens.nesting().begin();
    var operand = postfix();
    int end = tokens.hole().end();
    for (int i = nots - 1; i >= 0; i--) {
      if (!tokens.nesting().wrap()) {
        tokens.tooDeep(tokens.all().span(start + i));
        break;
      }
      operand = new Expression.Not(operand, new Span(tokens.all().start(start + i), end));
    }
    tokens.nesting().finish(before);
    return operand;
  }

  private Expression postfix() {
    int before = tokens.nesting().begin();
    int start = tokens.position();
    var expression = atoms.atom();
    boolean fits = true;
    while (startsPostfix()) {
      int sign = tokens.position();
      var longer = postfix(expression, start);
      if (fits && !tokens.nesting().wrap()) {
        fits = false;
        tokens.tooDeep(tokens.all().span(sign));
      }
      expression = fits ? longer : expression;
    }
    if (tokens.kind() == Kind.NUMBER && tokens.text().startsWith(".")) {
      tokens.unexpected("a field's name or an operator");
      tokens.next();
    }
    tokens.nesting().finish(before);
    return expression;
  }

  private boolean startsPostfix() {
    return tokens.is(Sign.PAREN) ? tokens.joined(0) : tokens.is(Sign.DOT) || tokens.is(Sign.TRY);
  }

  private Expression postfix(Expression before, int start) {
    if (tokens.is(Sign.PAREN)) {
      return call(before, start);
    }
    if (tokens.accept(Sign.TRY)) {
      return new Expression.Try(before, tokens.from(start, before.span()));
    }
    tokens.next();
    var field = tokens.name("a field's name");
    return new Expression.FieldAccess(before, field, tokens.from(start, before.span()));
  }

  private Expression call(Expression function, int start) {
    int open = tokens.position();
    tokens.next();
    var arguments = separated.list(open, "an argument", this::starts, this::expression);
    tokens.close(open, "`,` or `)`");
    return new Expression.Call(function, arguments, tokens.from(start, function.span()));
  }
}
