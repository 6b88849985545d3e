package nib.engine.checking;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import nib.engine.diagnostic.ExpressionProblem;
import nib.engine.diagnostic.ExpressionProblem.FunctionExpected;
import nib.engine.diagnostic.ExpressionProblem.ListExpected;
import nib.engine.diagnostic.ExpressionProblem.MapExpected;
import nib.engine.diagnostic.ExpressionProblem.Remedy;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type;
import nib.engine.types.TypeTexts;

/// Complains about values of wrong types.
///
/// Who forgets one `?` where a name is bound gets a name that is wrong wherever it is used. That is
/// one mistake: the first use has the message, and it names the others.
final class Misfits {

  private final Findings findings;
  private final Facts facts;
  private final Environment locals;

  /// The messages that names were blamed in, by the names where they are bound.
  private final IdentityHashMap<Name, Findings.Entry> blamed = new IdentityHashMap<>();

  Misfits(Findings findings, Facts facts, Environment locals) {
    this.findings = findings;
    this.facts = facts;
    this.locals = locals;
  }

  /// Complains about a value, unless nothing is known of its type.
  ///
  /// @param value in the scope that is looked at now
  /// @param fits what types would do
  /// @param problem made of the found type as written, and of what may help
  void report(
      Expression value,
      Type found,
      Predicate<Type> fits,
      BiFunction<String, Remedy, ExpressionProblem> problem) {
    if (!Types.vague(found)) {
      var remedy = Remedies.of(found, fits);
      report(value, problem.apply(TypeTexts.one(found), remedy), remedy, List.of());
    }
  }

  void noList(Expression value, Type found, Use use) {
    report(
        value,
        found,
        Type.ListOf.class::isInstance,
        (type, remedy) -> new ListExpected(type, use, remedy));
  }

  void noMap(Expression value, Type found, Use use) {
    report(
        value,
        found,
        Type.MapOf.class::isInstance,
        (type, remedy) -> new MapExpected(type, use, remedy));
  }

  void noFunction(Expression value, Type found) {
    report(value, found, Type.Function.class::isInstance, FunctionExpected::new);
  }

  void report(Expression value, ExpressionProblem problem, Remedy remedy, List<Related> related) {
    var binding = remedy == Remedy.TRY ? binding(value) : Optional.<Name>empty();
    var before = binding.flatMap(name -> Optional.ofNullable(blamed.get(name)));
    if (before.isPresent()) {
      before.get().add(findings.here(Related.Role.ALSO_HERE, value.span()));
      return;
    }
    var entry = findings.error(problem, value.span(), related);
    binding.ifPresent(name -> blamed.put(name, entry));
  }

  /// The next function has names of its own.
  void forget() {
    blamed.clear();
  }

  private Optional<Name> binding(Expression value) {
    return value instanceof Expression.Variable variable
            && variable.qualifier().isEmpty()
            && !facts.silent()
        ? locals.find(variable.name().text()).map(Meaning.Local::name)
        : Optional.empty();
  }
}
