package nib.engine.checking;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Remedy;
import nib.engine.diagnostic.ExpressionProblem.TypesNotMatched;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;

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

  private record Misfit(Span span, Type type) {}

  private final Findings findings;

  /// The types of the blocks of the conditionals in the function that is looked at.
  private final IdentityHashMap<Block, Type> blocks = new IdentityHashMap<>();

  Expectations(Findings findings) {
    this.findings = findings;
  }

  void remember(Block block, Type type) {
    blocks.put(block, type);
  }

  void forgetBlocks() {
    blocks.clear();
  }

  void expect(Expression value, Type found, Type expected, Supplier<Reason> reason) {
    if (!TypeRelations.subsumes(expected, found)) {
      var misfits = new ArrayList<Misfit>();
      gather(value, found, expected, misfits);
      report(misfits, expected, reason.get());
    }
  }

  void expect(Block value, Type found, Type expected, Supplier<Reason> reason) {
    if (!TypeRelations.subsumes(expected, found)) {
      expect(value.statements().getLast().expression(), found, expected, reason);
    }
  }

  /// Whether it fits.
  boolean expect(Span value, Type found, Type expected, Supplier<Reason> reason) {
    boolean fits = TypeRelations.subsumes(expected, found);
    if (!fits) {
      report(List.of(new Misfit(value, found)), expected, reason.get());
    }
    return fits;
  }

  private void gather(Expression value, Type found, Type expected, List<Misfit> misfits) {
    int before = misfits.size();
    blocksOf(value)
        .forEach(block -> {
          var type = blocks.getOrDefault(block, found);
          if (!TypeRelations.subsumes(expected, type) && !block.statements().isEmpty()) {
            gather(block.statements().getLast().expression(), type, expected, misfits);
          }
        });
    if (misfits.size() == before) {
      misfits.add(new Misfit(value.span(), found));
    }
  }

  private static Stream<Block> blocksOf(Expression value) {
    return switch (value) {
      case Expression.If one ->
          Stream.concat(
              one.branches().stream().map(Expression.If.Branch::block), Stream.of(one.otherwise()));
      case Expression.IfType one ->
          Stream.concat(
              one.branches().stream().map(Expression.IfType.TypeBranch::block),
              one.otherwise().stream());
      case Expression.IfList one -> Stream.of(one.then(), one.otherwise());
      case Expression.IfMap one -> Stream.of(one.then(), one.otherwise());
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
          Stream.empty();
    };
  }

  private void report(List<Misfit> misfits, Type expected, Reason reason) {
    var first = misfits.getFirst();
    var names = TypeNames.of(first.type(), expected);
    var related = new ArrayList<Related>(reason.because());
    misfits.stream()
        .skip(1)
        .map(other -> findings.here(Related.Role.ALSO_HERE, other.span()))
        .forEach(related::add);
    findings.error(
        new TypesNotMatched(
            names.getFirst(), names.getLast(), reason.purpose(), remedy(first.type(), expected)),
        first.span(),
        related);
  }

  private static Remedy remedy(Type found, Type expected) {
    var remedy = remedy(found, one -> TypeRelations.subsumes(expected, one));
    if (remedy != Remedy.NOTHING) {
      return remedy;
    }
    if (TypeRelations.members(expected).contains(Primitive.ERROR)) {
      return Remedy.WRAP;
    }
    return widens(found, expected) ? Remedy.SPREAD : Remedy.NOTHING;
  }

  /// What makes a value of the type fit.
  static Remedy remedy(Type found, Predicate<Type> fits) {
    if (found instanceof Type.Function(var parameters, var result)
        && parameters.isEmpty()
        && fits.test(result)) {
      return Remedy.CALL;
    }
    var members = TypeRelations.members(found);
    if (members.size() > 1
        && members.contains(Primitive.ERROR)
        && TypeRelations.difference(found, Primitive.ERROR).filter(fits).isPresent()) {
      return Remedy.TRY;
    }
    if (found instanceof Type.MapOf(var key, var value)
        && (fits.test(new Type.ListOf(key)) || fits.test(new Type.ListOf(value)))) {
      return Remedy.LIST;
    }
    return found == Primitive.ANY || (members.size() > 1 && members.stream().anyMatch(fits))
        ? Remedy.BRANCH
        : Remedy.NOTHING;
  }

  private static boolean widens(Type found, Type expected) {
    return TypeRelations.members(expected).stream()
        .anyMatch(one ->
            switch (one) {
              case Type.ListOf(var element) ->
                  found instanceof Type.ListOf(var inner) && TypeRelations.subsumes(element, inner);
              case Type.MapOf(var key, var value) ->
                  found instanceof Type.MapOf(var innerKey, var innerValue)
                      && TypeRelations.subsumes(key, innerKey)
                      && TypeRelations.subsumes(value, innerValue);
              case Type.Primitive _,
                  Type.Function _,
                  Type.RecordOf _,
                  Type.Union _,
                  Type.Unknown _ ->
                  false;
            });
  }
}
