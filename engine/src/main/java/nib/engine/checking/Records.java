package nib.engine.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.PrivateFieldOverlooked;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.RecordExpected;
import nib.engine.diagnostic.ExpressionProblem.RecordFieldNotFound;
import nib.engine.diagnostic.ExpressionProblem.RecordFieldPrivate;
import nib.engine.diagnostic.ExpressionProblem.Remedy;
import nib.engine.diagnostic.ExpressionProblem.UnknownRecordField;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.RecordLiteral;
import nib.engine.syntax.Expression.RecordLiteral.FieldValue;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;
import nib.engine.text.Spelling;
import nib.engine.types.ModuleScope;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.TypeTexts;

/// Records made, updated and read.
final class Records {

  /// So many are told to who knows none.
  private static final int MOST_FIELDS = 8;

  private final ModuleScope scope;
  private final Findings findings;
  private final Misfits misfits;
  private final Expectations expectations;
  private final Spelling spelling;
  private final ExpressionChecker checker;

  Records(Checking checking, ExpressionChecker checker) {
    this.scope = checking.scope();
    this.findings = checking.findings();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.spelling = checking.spelling();
    this.checker = checker;
  }

  Type check(RecordLiteral literal) {
    var use = literal.updated().isPresent() ? Use.UPDATE : Use.CONSTRUCTION;
    var type = checker.types().resolve(literal.type());
    if (literal.updated().isPresent()) {
      checkUpdated(literal, literal.updated().get(), type);
    }
    if (!(type instanceof Type.RecordOf) && !Types.vague(type)) {
      findings.error(
          new RecordExpected(TypeTexts.one(type), use, Remedy.NOTHING), literal.type().span());
    }
    var definition = definition(type);
    var open = definition.filter(one -> open(one, literal.type().span(), use));
    var unknown = new ArrayList<String>();
    for (var field : literal.fields()) {
      var found = checker.check(field.value());
      open.ifPresent(one -> checkField(one, field, found, unknown));
    }
    if (literal.updated().isEmpty()) {
      open.ifPresent(one -> checkComplete(one, literal, unknown));
    }
    return type;
  }

  Type check(Expression.FieldAccess access) {
    var type = checker.check(access.record());
    if (!(type instanceof Type.RecordOf)) {
      misfits.report(
          access.record(),
          type,
          Type.RecordOf.class::isInstance,
          (found, remedy) -> new RecordExpected(found, Use.ACCESS, remedy));
    }
    var definition = definition(type);
    if (definition.isEmpty()) {
      return Types.UNKNOWN;
    }
    var name = access.field();
    var field = definition.get().field(name.text());
    if (open(definition.get(), name.span(), Use.ACCESS) && field.isEmpty()) {
      noField(definition.get(), name);
    }
    return field.map(RecordDefinition.Field::type).orElse(Types.UNKNOWN);
  }

  private void checkUpdated(RecordLiteral literal, Expression updated, Type type) {
    var found = checker.check(updated);
    if (type instanceof Type.RecordOf) {
      expectations.expect(
          updated,
          found,
          type,
          () ->
              new Reason(
                  new Purpose(Kind.UPDATED_RECORD), checker.expectedBy(literal.type().span())));
    }
  }

  private Optional<RecordDefinition> definition(Type type) {
    return type instanceof Type.RecordOf record ? scope.definition(record) : Optional.empty();
  }

  /// Whether the fields are to be seen here: a record of another module has to be open.
  private boolean open(RecordDefinition definition, Span span, Use use) {
    var record = definition.type();
    if (record.module().equals(scope.id())) {
      return true;
    }
    var hidden = definition.privateFields();
    if (hidden.isEmpty()) {
      return true;
    }
    var module = TypeTexts.module(record.module());
    var related = hidden.stream().limit(1).map(Records::declared).toList();
    if (checker.surroundings().overlooked()) {
      findings.warning(new PrivateFieldOverlooked(record.name(), module), span, related);
      return true;
    }
    var names = hidden.stream().map(RecordDefinition.Field::name).toList();
    findings.error(new RecordFieldPrivate(record.name(), module, use, names), span, related);
    return false;
  }

  private void checkField(
      RecordDefinition definition, FieldValue value, Type found, List<String> unknown) {
    var name = value.name();
    var field = definition.field(name.text());
    if (field.isEmpty()) {
      unknown.addAll(noField(definition, name));
    } else {
      expectations.expect(
          value.value(),
          found,
          field.get().type(),
          () -> new Reason(new Purpose(Kind.FIELD, name.text()), List.of(expectedBy(field.get()))));
    }
  }

  /// A field that is there under a name that was misspelled here is not missing.
  private void checkComplete(
      RecordDefinition definition, RecordLiteral literal, List<String> unknown) {
    var given = new HashSet<String>(unknown);
    literal.fields().forEach(field -> given.add(field.name().text()));
    var missing =
        definition.fields().stream().filter(field -> !given.contains(field.name())).toList();
    if (!missing.isEmpty()) {
      findings.error(
          new RecordFieldNotFound(
              definition.type().name(),
              missing.stream().map(RecordDefinition.Field::name).distinct().toList()),
          literal.type().span(),
          missing.stream().map(Records::declared).toList());
    }
  }

  /// Complains, and says what may have been meant.
  private List<String> noField(RecordDefinition definition, Name name) {
    if (name.text().isEmpty()) {
      return List.of(); // The parser has asked for a name.
    }
    var all = definition.fields().stream().map(RecordDefinition.Field::name).toList();
    var near = spelling.near(name.text(), all);
    var fields =
        near.isEmpty() ? all.subList(0, Math.min(MOST_FIELDS, all.size())) : List.<String>of();
    findings.error(
        new UnknownRecordField(definition.type().name(), name.text(), near, fields),
        name.span(),
        List.of(new Related(Related.Role.DECLARED_HERE, definition.location(), definition.span())));
    return near;
  }

  private static Related declared(RecordDefinition.Field field) {
    return new Related(Related.Role.DECLARED_HERE, field.location(), field.span());
  }

  private static Related expectedBy(RecordDefinition.Field field) {
    return new Related(Related.Role.EXPECTED_HERE, field.location(), field.span());
  }
}
