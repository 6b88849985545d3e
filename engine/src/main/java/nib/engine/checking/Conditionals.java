package nib.engine.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.AnyTypeBranch;
import nib.engine.diagnostic.ExpressionProblem.BranchTypeNotMatched;
import nib.engine.diagnostic.ExpressionProblem.DeadBranch;
import nib.engine.diagnostic.ExpressionProblem.FoundNameTaken;
import nib.engine.diagnostic.ExpressionProblem.MissingElseBlock;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.UnreachableCode;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.diagnostic.ExpressionProblem.VariantExpected;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.IfType.TypeBranch;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// The four kinds of `if`. The type of each is the union of its blocks' types.
final class Conditionals {

  private final Findings findings;
  private final Facts facts;
  private final Environment locals;
  private final Misfits misfits;
  private final Expectations expectations;
  private final ExpressionChecker checker;

  Conditionals(Checking checking, ExpressionChecker checker) {
    this.findings = checking.findings();
    this.facts = checking.facts();
    this.locals = checking.locals();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.checker = checker;
  }

  Type check(Expression.If conditional) {
    var types = new ArrayList<Type>();
    for (var branch : conditional.branches()) {
      var condition = checker.check(branch.condition());
      expectations.expect(
          branch.condition(), condition, Primitive.BOOLEAN, () -> new Reason(Kind.CONDITION));
      types.add(block(branch.block()));
    }
    types.add(block(conditional.otherwise()));
    return Types.union(types);
  }

  Type check(Expression.IfList conditional) {
    var list = checker.check(conditional.list());
    Type element = Types.UNKNOWN;
    if (list instanceof Type.ListOf(var found)) {
      element = found;
    } else {
      misfits.noList(conditional.list(), list, Use.IF_LIST);
    }
    var first = Types.thunk(element);
    var rest = new Type.ListOf(element);
    facts.type(conditional.first(), first);
    facts.type(conditional.rest(), rest);
    int mark = locals.mark();
    checker.bind(conditional.first(), first, conditional.then().span());
    checker.bind(conditional.rest(), rest, conditional.then().span());
    var then = block(conditional.then());
    locals.leave(mark);
    return Types.union(List.of(then, block(conditional.otherwise())));
  }

  Type check(Expression.IfMap conditional) {
    var map = checker.check(conditional.map());
    var key = checker.check(conditional.key());
    Type value = Types.UNKNOWN;
    if (map instanceof Type.MapOf(var expected, var found)) {
      value = found;
      expectations.expect(conditional.key(), key, expected, () -> new Reason(Kind.SOUGHT_KEY));
    } else {
      misfits.noMap(conditional.map(), map, Use.IF_MAP);
    }
    facts.type(conditional.name(), value);
    int mark = locals.mark();
    checker.bind(conditional.name(), value, conditional.then().span());
    var then = block(conditional.then());
    locals.leave(mark);
    var before = facts.mark();
    var otherwise = block(conditional.otherwise());
    checkNotTaken(conditional, before);
    return Types.union(List.of(then, otherwise));
  }

  /// To the compiler the name is bound in the `else` block as well, to a value of its own that says
  /// that there is none (`lib/hir-mir/src/transformation/if_map.rs`).
  private void checkNotTaken(Expression.IfMap conditional, Facts.Mark before) {
    var name = conditional.name();
    var block = conditional.otherwise().span();
    facts
        .metSince(before)
        .filter(one ->
            one.meaning() instanceof Meaning.Local(var bound, _)
                && bound.text().equals(name.text())
                && !block.contains(bound.span().start()))
        .findFirst()
        .ifPresent(one ->
            findings.error(
                new FoundNameTaken(name.text()),
                one.variable().span(),
                List.of(findings.here(Related.Role.DECLARED_HERE, name.span()))));
  }

  Type check(Expression.IfType conditional) {
    var argument = checker.check(conditional.argument());
    facts.type(conditional.name(), argument);
    boolean variant = argument == Primitive.ANY || argument instanceof Type.Union;
    if (!variant && !Types.vague(argument)) {
      findings.error(new VariantExpected(TypeTexts.one(argument)), conditional.argument().span());
    }
    var taken = new Taken(variant ? argument : Types.UNKNOWN);
    var types = new ArrayList<Type>();
    for (var branch : conditional.branches()) {
      var type = checker.types().resolve(branch.type());
      boolean fits = checkBranch(conditional, branch, type, taken);
      types.add(block(conditional, fits ? type : Types.UNKNOWN, branch.block()));
    }
    var rest = taken.rest();
    if (conditional.otherwise().isPresent()) {
      var otherwise = conditional.otherwise().get();
      if (taken.certain() && rest.isEmpty()) {
        findings.error(new UnreachableCode(TypeTexts.one(argument)), otherwise.span());
      }
      types.add(
          block(
              conditional,
              taken.certain() ? rest.orElse(Types.UNKNOWN) : Types.UNKNOWN,
              otherwise));
    } else if (taken.certain() && rest.isPresent()) {
      findings.error(
          new MissingElseBlock(TypeTexts.one(rest.get())),
          conditional.span().to(conditional.argument().span()));
    }
    return Types.union(types);
  }

  /// Whether a branch can be taken; where it cannot, nobody knows what was meant by its name.
  private boolean checkBranch(
      Expression.IfType conditional, TypeBranch branch, Type type, Taken taken) {
    boolean fits =
        taken.argument().equals(Types.UNKNOWN) || TypeRelations.subsumes(taken.argument(), type);
    if (type == Primitive.ANY) {
      findings.error(new AnyTypeBranch(), branch.type().span());
    } else if (!fits) {
      var names = TypeTexts.of(type, taken.argument());
      findings.error(
          new BranchTypeNotMatched(names.getFirst(), names.getLast()),
          branch.type().span(),
          checker.expectedBy(conditional.argument().span()));
    } else {
      if (taken.covers(type)) {
        findings.warning(new DeadBranch(TypeTexts.one(type)), branch.type().span(), List.of());
      }
      taken.add(type);
      return true;
    }
    taken.giveUp();
    return false;
  }

  private Type block(Expression.IfType conditional, Type type, Block block) {
    int mark = locals.mark();
    checker.bind(conditional.name(), type, block.span());
    var found = block(block);
    locals.leave(mark);
    return found;
  }

  private Type block(Block block) {
    var type = checker.block(block);
    expectations.remember(block, type);
    return type;
  }

  /// How much of a type the branches so far have taken.
  private static final class Taken {
    private final Type argument;
    private final ArrayList<Type> types = new ArrayList<>();
    private boolean certain;

    Taken(Type argument) {
      this.argument = argument;
      this.certain = !Types.vague(argument);
    }

    Type argument() {
      return argument;
    }

    void add(Type type) {
      types.addAll(TypeRelations.members(type));
      certain = certain && type.unknown().isEmpty();
    }

    boolean covers(Type type) {
      return !Types.vague(type) && types.containsAll(TypeRelations.members(type));
    }

    /// A branch was complained about: what it was meant to take is not known.
    void giveUp() {
      certain = false;
    }

    boolean certain() {
      return certain;
    }

    /// What no branch takes.
    Optional<Type> rest() {
      return certain ? TypeRelations.difference(argument, Types.union(types)) : Optional.empty();
    }
  }
}
