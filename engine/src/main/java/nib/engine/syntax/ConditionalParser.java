package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.BlockParser.Place;
import nib.engine.syntax.Expression.If;
import nib.engine.syntax.Expression.IfType;
import nib.engine.syntax.Expression.Operation.Step;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;

/// Parses the four expressions that begin with `if`.
///
/// `if x = e` goes on with `as` and a type, or with a key between brackets; `if [` is always the
/// one that takes a list apart. What follows `else if` is of the same kind as what followed the
/// first `if`: a condition, or a type alone.
final class ConditionalParser {

  /// What other languages write for `else if`.
  private static final Set<String> ELSE_IF = Set.of("elif", "elsif", "elseif");

  private final TokenStream tokens;
  private final TypeParser types;
  private final ExpressionParser expressions;
  private final BlockParser blocks;

  ConditionalParser(
      TokenStream tokens, TypeParser types, ExpressionParser expressions, BlockParser blocks) {
    this.tokens = tokens;
    this.types = types;
    this.expressions = expressions;
    this.blocks = blocks;
  }

  Expression conditional() {
    int start = tokens.position();
    tokens.next();
    if (tokens.is(Sign.SQUARE)) {
      return ifList(start);
    }
    return startsBinding() ? binding(start) : chain(start, branch());
  }

  private boolean startsBinding() {
    return tokens.isWord() && tokens.sign(1) == Sign.ASSIGN;
  }

  private Expression ifList(int start) {
    int open = tokens.position();
    tokens.next();
    var first = tokens.name("a name for the first element");
    boolean pattern = tokens.accept(Sign.COMMA) && tokens.accept(Sign.SPREAD);
    if (!pattern) {
      tokens.complain(new SyntaxProblem.ListPattern());
    }
    var rest = tokens.name("a name for the other elements");
    tokens.close(open, "`]`");
    tokens.expect(Sign.ASSIGN);
    var list = expressions.expression();
    var then = blocks.block(Place.BEFORE_ELSE);
    var otherwise = otherwise(start);
    return new Expression.IfList(first, rest, list, then, otherwise, tokens.from(start));
  }

  /// `x = e` behind `if`.
  private Expression binding(int start) {
    var name = tokens.word();
    var sign = tokens.span();
    tokens.next();
    var nesting = tokens.nesting();
    int before = nesting.begin();
    var argument = expressions.expression();
    boolean fits = nesting.wrap();
    nesting.finish(before);
    if (tokens.accept(Sign.AS)) {
      return ifType(start, name, argument);
    }
    if (tokens.is(Sign.SQUARE)) {
      return ifMap(start, name, argument);
    }
    tokens.mistake(new SyntaxProblem.EqualsInCondition(), sign);
    var left = new Expression.Variable(Optional.empty(), name, name.span());
    var comparison =
        new Expression.Operation(
            left, List.of(new Step(Operator.EQUAL, sign, argument)), name.span().to(tokens.hole()));
    return chain(start, branch(fits ? comparison : argument));
  }

  private Expression ifMap(int start, Name name, Expression map) {
    int open = tokens.position();
    tokens.next();
    var key = expressions.expression();
    tokens.close(open, "`]`");
    var then = blocks.block(Place.BEFORE_ELSE);
    var otherwise = otherwise(start);
    return new Expression.IfMap(name, map, key, then, otherwise, tokens.from(start));
  }

  private Expression ifType(int start, Name name, Expression argument) {
    var branches = new ArrayList<IfType.TypeBranch>();
    do {
      branches.add(typeBranch());
    } while (acceptElseIf());
    Optional<Block> otherwise =
        tokens.accept(Sign.ELSE) ? Optional.of(blocks.block(Place.LAST)) : Optional.empty();
    return new IfType(name, argument, branches, otherwise, tokens.from(start));
  }

  private IfType.TypeBranch typeBranch() {
    if (startsBinding()) {
      tokens.complain(new SyntaxProblem.ElseIfTakesType());
      tokens.next();
      tokens.next();
      expressions.expression();
      tokens.accept(Sign.AS);
    }
    var type = types.type();
    if (tokens.is(Sign.AS)) {
      tokens.complain(new SyntaxProblem.ElseIfTakesType());
      tokens.next();
      type = types.type();
    }
    return new IfType.TypeBranch(type, blocks.block(Place.BEFORE_ELSE));
  }

  private Expression chain(int start, If.Branch first) {
    var branches = new ArrayList<>(List.of(first));
    while (acceptElseIf()) {
      branches.add(startsBinding() ? bindingBranch() : branch());
    }
    var otherwise = otherwise(start);
    return new If(branches, otherwise, tokens.from(start));
  }

  private boolean acceptElseIf() {
    if (tokens.is(Sign.ELSE) && tokens.sign(1) == Sign.IF) {
      tokens.next();
      tokens.next();
      return true;
    }
    if (tokens.isWord() && ELSE_IF.contains(tokens.text()) && !tokens.firstOnLine()) {
      tokens.complain(new SyntaxProblem.NotElseIf(tokens.text()));
      tokens.next();
      return true;
    }
    return false;
  }

  /// `x = e as t`, or one of its kin, where only a condition can stand.
  private If.Branch bindingBranch() {
    tokens.complain(new SyntaxProblem.BindingAfterElse(), tokens.span(1));
    tokens.next();
    tokens.next();
    var argument = expressions.expression();
    if (tokens.accept(Sign.AS)) {
      types.type();
    } else if (tokens.is(Sign.SQUARE)) {
      tokens.skip();
    }
    return new If.Branch(argument, blocks.block(Place.BEFORE_ELSE));
  }

  private If.Branch branch() {
    return branch(expressions.expression());
  }

  /// In `if x {} else {}` the condition is the record `x{}`, and there is no block.
  private If.Branch branch(Expression condition) {
    if (tokens.is(Sign.SQUARE)) {
      tokens.complain(new SyntaxProblem.NoIndexing());
      tokens.skip();
    }
    int at = tokens.position();
    boolean empty =
        !tokens.is(Sign.BRACE)
            && tokens.all().sign(at - 1) == Sign.CLOSE_BRACE
            && tokens.all().sign(at - 2) == Sign.BRACE;
    if (!empty) {
      return new If.Branch(condition, blocks.block(Place.BEFORE_ELSE));
    }
    var braces = tokens.all().span(at - 2).to(tokens.all().span(at - 1));
    tokens.mistake(new SyntaxProblem.EmptyBlock(), braces);
    return condition instanceof Expression.RecordLiteral(var type, _, var fields, _)
            && fields.isEmpty()
        ? new If.Branch(variable(type), new Block(List.of(), braces))
        : new If.Branch(condition, new Block(List.of(), tokens.hole()));
  }

  private static Expression variable(TypeSyntax.Named type) {
    var span = type.span();
    var name = new Name(type.name(), new Span(span.end() - type.name().length(), span.end()));
    var qualifier =
        type.qualifier()
            .map(text -> new Name(text, new Span(span.start(), span.start() + text.length())));
    return new Expression.Variable(qualifier, name, span);
  }

  /// The block behind `else`, which an `if` cannot do without.
  ///
  /// @param start where the `if` stands
  private Block otherwise(int start) {
    if (tokens.accept(Sign.ELSE)) {
      return blocks.block(Place.LAST);
    }
    tokens.mistake(new SyntaxProblem.ElseMissing(), tokens.all().span(start));
    return new Block(List.of(), tokens.hole());
  }
}
