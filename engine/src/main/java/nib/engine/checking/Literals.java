package nib.engine.checking;

import java.util.List;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.MapSpreadOrder;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.ListLiteral;
import nib.engine.syntax.Expression.MapLiteral;
import nib.engine.syntax.Expression.MapLiteral.Element;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.Type;

/// Lists and maps as written out. What is spread into them may have narrower types.
final class Literals {

  private final Findings findings;
  private final Misfits misfits;
  private final Expectations expectations;
  private final ExpressionChecker checker;

  Literals(Checking checking, ExpressionChecker checker) {
    this.findings = checking.findings();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.checker = checker;
  }

  Type check(ListLiteral literal) {
    var element = checker.types().resolve(literal.element());
    var inside = checker.surroundings().asElement();
    for (var item : literal.items()) {
      var found = checker.check(item.value(), inside);
      if (!item.spread()) {
        expectations.expect(
            item.value(), found, element, () -> reason(Kind.ELEMENT, literal.element()));
      } else if (found instanceof Type.ListOf(var inner)) {
        expectations.expect(
            item.value().span(),
            inner,
            element,
            () -> reason(Kind.SPREAD_ELEMENT, literal.element()));
      } else {
        misfits.noList(item.value(), found, Use.SPREAD_IN_LIST);
      }
    }
    return new Type.ListOf(element);
  }

  Type check(MapLiteral literal) {
    var type = checker.types().map(literal.key(), literal.value());
    var before = new LiteralKeys();
    for (var element : literal.elements()) {
      switch (element) {
        case Element.Entry entry -> check(literal, entry, type);
        case Element.Spread(var map) -> {
          if (!before.disjointFrom(element)) {
            findings.warning(new MapSpreadOrder(), map.span(), List.of());
          }
          checkSpread(literal, map, type);
        }
      }
      before.add(element);
    }
    return type;
  }

  private void check(MapLiteral literal, Element.Entry entry, Type.MapOf type) {
    expectations.expect(
        entry.key(), checker.check(entry.key()), type.key(), () -> reason(Kind.KEY, literal.key()));
    expectations.expect(
        entry.value(),
        checker.check(entry.value()),
        type.value(),
        () -> reason(Kind.VALUE, literal.value()));
  }

  private void checkSpread(MapLiteral literal, Expression map, Type.MapOf type) {
    var found = checker.check(map);
    if (found instanceof Type.MapOf(var innerKey, var innerValue)) {
      if (expectations.expect(
          map.span(), innerKey, type.key(), () -> reason(Kind.SPREAD_KEY, literal.key()))) {
        expectations.expect(
            map.span(), innerValue, type.value(), () -> reason(Kind.SPREAD_VALUE, literal.value()));
      }
    } else {
      misfits.noMap(map, found, Use.SPREAD_IN_MAP);
    }
  }

  private Reason reason(Kind kind, TypeSyntax expected) {
    return new Reason(new Purpose(kind), checker.expectedBy(expected.span()));
  }
}
