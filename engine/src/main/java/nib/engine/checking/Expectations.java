package nib.engine.checking;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.TypesNotMatched;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// Holds values to the types that their places ask for.
///
/// Where a conditional does not fit, the blame goes to the block that does not: the union of some
/// types fits just where each of them does.
final class Expectations {

  /// What a value is for, and the places that say so.
  record Reason(Purpose purpose, List<Related> because) {
    Reason(Purpose.Kind kind) {
      this(new Purpose(kind), List.of());
    }
  }

  /// A value that does not fit.
  ///
  /// @param known by an expression in the scope that is looked at now
  private record Misfit(Span span, Type type, Optional<Expression> known) {}

  private final Findings findings;
  private final Misfits misfits;

  /// The types of the blocks of the conditionals in the function that is looked at.
  private final IdentityHashMap<Block, Type> blocks = new IdentityHashMap<>();

  Expectations(Findings findings, Misfits misfits) {
    this.findings = findings;
    this.misfits = misfits;
  }

  void remember(Block block, Type type) {
    blocks.put(block, type);
  }

  /// The next function has blocks of its own.
  void forget() {
    blocks.clear();
  }

  /// @param value in the scope that is looked at now
  void expect(Expression value, Type found, Type expected, Supplier<Reason> reason) {
    if (!TypeRelations.subsumes(expected, found)) {
      var inner = gather(value, found, expected);
      var all =
          inner.isEmpty() ? List.of(new Misfit(value.span(), found, Optional.of(value))) : inner;
      report(all, expected, reason.get());
    }
  }

  /// @param value whose scope was left
  void expect(Block value, Type found, Type expected, Supplier<Reason> reason) {
    if (!TypeRelations.subsumes(expected, found)) {
      report(gather(value, found, expected), expected, reason.get());
    }
  }

  /// Whether it fits.
  boolean expect(Span value, Type found, Type expected, Supplier<Reason> reason) {
    boolean fits = TypeRelations.subsumes(expected, found);
    if (!fits) {
      report(List.of(new Misfit(value, found, Optional.empty())), expected, reason.get());
    }
    return fits;
  }

  private List<Misfit> gather(Block block, Type found, Type expected) {
    var value = block.statements().getLast().expression();
    var inner = gather(value, found, expected);
    return inner.isEmpty() ? List.of(new Misfit(value.span(), found, Optional.empty())) : inner;
  }

  /// The blocks' ends that do not fit, where the value is a conditional.
  private List<Misfit> gather(Expression value, Type found, Type expected) {
    var misfits = new ArrayList<Misfit>();
    for (var block : blocksOf(value)) {
      var type = blocks.getOrDefault(block, found);
      if (!TypeRelations.subsumes(expected, type) && !block.statements().isEmpty()) {
        misfits.addAll(gather(block, type, expected));
      }
    }
    return misfits;
  }

  private static List<Block> blocksOf(Expression value) {
    return switch (value) {
      case Expression.If one ->
          Stream.concat(
                  one.branches().stream().map(Expression.If.Branch::block),
                  Stream.of(one.otherwise()))
              .toList();
      case Expression.IfType one ->
          Stream.concat(
                  one.branches().stream().map(Expression.IfType.TypeBranch::block),
                  one.otherwise().stream())
              .toList();
      case Expression.IfList one -> List.of(one.then(), one.otherwise());
      case Expression.IfMap one -> List.of(one.then(), one.otherwise());
      case Expression.Lambda _,
          Expression.RecordLiteral _,
          Expression.ListLiteral _,
          Expression.Comprehension _,
          Expression.MapLiteral _,
          Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.Variable _,
          Expression.Call _,
          Expression.FieldAccess _,
          Expression.Try _,
          Expression.Not _,
          Expression.Operation _,
          Expression.Missing _ ->
          List.of();
    };
  }

  /// @param all one at least
  private void report(List<Misfit> all, Type expected, Reason reason) {
    var first = all.getFirst();
    var names = TypeTexts.of(first.type(), expected);
    var remedy = Remedies.of(first.type(), expected);
    var problem = new TypesNotMatched(names.getFirst(), names.getLast(), reason.purpose(), remedy);
    var related = new ArrayList<Related>(reason.because());
    for (var other : all.subList(1, all.size())) {
      related.add(findings.here(Related.Role.ALSO_HERE, other.span()));
    }
    if (first.known().isPresent()) {
      misfits.report(first.known().get(), problem, remedy, related);
    } else {
      findings.error(problem, first.span(), related);
    }
  }
}
