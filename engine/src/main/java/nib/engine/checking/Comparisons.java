package nib.engine.checking;

import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.ExpressionProblem.InvalidRecordEqualOperation;
import nib.engine.diagnostic.ExpressionProblem.MapValuesNotComparable;
import nib.engine.diagnostic.ExpressionProblem.OperandsNotEvaluated;
import nib.engine.diagnostic.ExpressionProblem.OperandsUnrelated;
import nib.engine.diagnostic.ExpressionProblem.Remedy;
import nib.engine.diagnostic.ExpressionProblem.TypeNotComparable;
import nib.engine.syntax.Expression;
import nib.engine.types.Incomparable;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// `==` and `!=` (`lib/hir-mir/src/transformation/equal_operation/operation.rs`).
final class Comparisons {

  private final ModuleScope scope;
  private final Findings findings;
  private final Misfits misfits;

  Comparisons(Checking checking) {
    this.scope = checking.scope();
    this.findings = checking.findings();
    this.misfits = checking.misfits();
  }

  /// What is compared.
  ///
  /// @param first the left operand, where it is one expression
  /// @param step the operator and the right operand
  record Comparison(
      Optional<Expression> first, Type left, Expression.Operation.Step step, Type right) {}

  /// Checks one comparison.
  ///
  /// @param calling whether its operands call functions
  void check(Comparison comparison, boolean calling) {
    var left = comparison.left();
    var right = comparison.right();
    var step = comparison.step();
    var sign = step.operator().sign();
    if (!TypeRelations.subsumes(left, right) && !TypeRelations.subsumes(right, left)) {
      var names = TypeTexts.of(left, right);
      findings.error(
          new OperandsUnrelated(sign, names.getFirst(), names.getLast(), remedy(left, right)),
          step.at());
    } else if (!Types.vague(left) && !Types.vague(right)) {
      var both = Types.union(List.of(left, right));
      if (both == Primitive.NONE && calling) {
        findings.warning(new OperandsNotEvaluated(sign), step.at(), List.of());
      }
      checkComparable(both, comparison);
    }
  }

  /// A function that should have been called, on either side.
  private static Remedy remedy(Type left, Type right) {
    var remedy = Remedies.of(left, one -> TypeRelations.subsumes(right, one));
    return remedy == Remedy.NOTHING
        ? Remedies.of(right, one -> TypeRelations.subsumes(left, one))
        : remedy;
  }

  /// Members of a union are compared one by one, and a map's values only where its keys are there.
  private void checkComparable(Type type, Comparison comparison) {
    for (var member : TypeRelations.members(type)) {
      if (member instanceof Type.MapOf(_, var value)) {
        if (scope.incomparable(value).isPresent()) {
          var names = TypeTexts.of(member, value);
          findings.warning(
              new MapValuesNotComparable(names.getFirst(), names.getLast()),
              comparison.step().at(),
              List.of());
        }
      } else {
        var obstacle = scope.incomparable(member);
        if (obstacle.isPresent()) {
          refuse(type, member, obstacle.get(), comparison);
          return;
        }
      }
    }
  }

  private void refuse(Type type, Type member, Incomparable why, Comparison comparison) {
    var part = TypeTexts.one(why.part());
    var careless = member == Primitive.ERROR ? careless(comparison) : Optional.<Expression>empty();
    if (careless.isPresent()) {
      var problem = new TypeNotComparable(TypeTexts.one(type), part, why.fields());
      misfits.report(careless.get(), problem, Remedy.TRY, why.declared());
    } else {
      findings.error(
          member instanceof Type.RecordOf
              ? new InvalidRecordEqualOperation(TypeTexts.one(member), part, why.fields())
              : new TypeNotComparable(TypeTexts.one(type), part, why.fields()),
          comparison.step().at(),
          why.declared());
    }
  }

  /// The operand that may be an error among others, which nobody has looked at.
  private static Optional<Expression> careless(Comparison comparison) {
    return mayFail(comparison.left())
        ? comparison.first()
        : Optional.of(comparison.step().operand()).filter(_ -> mayFail(comparison.right()));
  }

  private static boolean mayFail(Type type) {
    return type instanceof Type.Union(var members) && members.contains(Primitive.ERROR);
  }
}
