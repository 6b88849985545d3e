package nib.engine.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.ClauseNameTaken;
import nib.engine.diagnostic.ExpressionProblem.ListComprehensionIterateeCount;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.Comprehension;
import nib.engine.syntax.Expression.Comprehension.Clause;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;

/// List comprehensions. The last clause is the outermost loop: its names are known in all the
/// clauses before it and in the element (`lib/ast-hir/src/module.rs`).
final class Comprehensions {

  private final Findings findings;
  private final Facts facts;
  private final Environment locals;
  private final Misfits misfits;
  private final Expectations expectations;
  private final ExpressionChecker checker;

  Comprehensions(Checking checking, ExpressionChecker checker) {
    this.findings = checking.findings();
    this.facts = checking.facts();
    this.locals = checking.locals();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.checker = checker;
  }

  Type check(Comprehension comprehension) {
    facts.suspect();
    var before = facts.mark();
    int mark = locals.mark();
    var element = checker.types().resolve(comprehension.element());
    for (var clause : comprehension.clauses().reversed()) {
      check(comprehension, clause);
    }
    var found = checker.check(comprehension.body(), checker.surroundings().asElement());
    expectations.expect(
        comprehension.body(),
        found,
        element,
        () ->
            new Reason(
                new Purpose(Kind.ELEMENT), checker.expectedBy(comprehension.element().span())));
    locals.leave(mark);
    facts.settle(before);
    return new Type.ListOf(element);
  }

  private void check(Comprehension comprehension, Clause clause) {
    int names = clause.names().size();
    int lists = clause.lists().size();
    if (names != lists) {
      findings.error(new ListComprehensionIterateeCount(names, lists), header(clause));
    }
    var mixed = new HashMap<String, Expression.Variable>();
    int found = findings.mark();
    var types = new ArrayList<Type>();
    for (int i = 0; i < lists; i++) {
      var before = facts.mark();
      types.add(element(clause.lists().get(i)));
      var bound = clause.names().subList(0, Math.min(i, names));
      mentions(bound, clause.lists().get(i), before)
          .ifPresent(one -> mixed.put(one.name().text(), one));
    }
    if (!mixed.isEmpty() && found == findings.mark()) {
      checkMixedUp(clause, types, mixed);
    }
    for (int i = 0; i < names; i++) {
      var type = Types.thunk(i < lists ? types.get(i) : Types.UNKNOWN);
      bind(comprehension, clause, clause.names().get(i), type);
    }
    if (clause.condition().isPresent()) {
      checkCondition(clause.condition().get());
    }
  }

  private static Span header(Clause clause) {
    return clause.names().isEmpty() || clause.lists().isEmpty()
        ? clause.span()
        : clause.names().getFirst().span().to(clause.lists().getLast().span());
  }

  /// The type of a list's elements.
  private Type element(Expression list) {
    var type = checker.check(list, checker.surroundings().asElement());
    if (type instanceof Type.ListOf(var element)) {
      return element;
    }
    misfits.noList(list, type, Use.COMPREHENSION);
    return Types.UNKNOWN;
  }

  private void bind(Comprehension comprehension, Clause clause, Name name, Type type) {
    facts.type(name, type);
    var local = locals.bind(name, type);
    facts.reach(local, comprehension.element().span().end(), clause.span().start());
    clause
        .condition()
        .map(Expression::span)
        .ifPresent(span -> facts.reach(local, span.start() - 1, span.end()));
  }

  private void checkCondition(Expression condition) {
    var type = checker.check(condition, checker.surroundings().asListCondition());
    expectations.expect(condition, type, Primitive.BOOLEAN, () -> new Reason(Kind.CONDITION));
  }

  /// A variable in a list that means something outside and has the name of something that the same
  /// clause has bound before.
  private Optional<Expression.Variable> mentions(
      List<Name> bound, Expression list, Facts.Mark before) {
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    bound.forEach(name -> names.add(name.text()));
    return facts
        .metSince(before)
        .filter(one -> names.contains(one.variable().name().text()))
        .filter(one -> isFromOutside(one.meaning(), list))
        .map(Facts.Met::variable)
        .findFirst();
  }

  private static boolean isFromOutside(Meaning meaning, Expression list) {
    return meaning instanceof Meaning.Local(var name, _)
        && !list.span().contains(name.span().start());
  }

  /// The compiler's inferrer sees the name from outside there, as it should, but its checker sees
  /// the new one (`type_checker.rs`): both have to fit.
  private void checkMixedUp(
      Clause clause, List<Type> types, Map<String, Expression.Variable> mixed) {
    if (facts.silent()) {
      return;
    }
    facts.silence(true);
    int mark = locals.mark();
    int found = findings.mark();
    for (int i = 0; i < clause.lists().size(); i++) {
      element(clause.lists().get(i));
      if (i < clause.names().size()) {
        locals.bind(clause.names().get(i), Types.thunk(types.get(i)));
      }
    }
    locals.leave(mark);
    facts.silence(false);
    if (findings.forget(found)) {
      mixed.forEach((name, variable) ->
          findings.error(
              new ClauseNameTaken(name), variable.span(), List.of(boundHere(clause, name))));
    }
  }

  private Related boundHere(Clause clause, String name) {
    var binding =
        clause.names().stream()
            .filter(one -> one.text().equals(name))
            .findFirst()
            .orElse(clause.names().getFirst());
    return findings.here(Related.Role.DECLARED_HERE, binding.span());
  }
}
