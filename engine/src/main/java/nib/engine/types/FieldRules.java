package nib.engine.types;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.Type.Primitive;

/// Looks for fields that the compiler has no rule for, and fails at when it makes the functions
/// that compare and hash a record's values (`record_equal_function.rs`, `record_hash_function.rs`
/// in `lib/hir-mir/src/transformation`). Records that cannot be compared have no such functions.
final class FieldRules {

  private final LinkedScope scope;
  private final Complaints complaints;

  FieldRules(LinkedScope scope, Complaints complaints) {
    this.scope = scope;
    this.complaints = complaints;
  }

  void check() {
    for (var definition : scope.module().syntax().types()) {
      if (definition instanceof TypeDefinition.Fields record) {
        check(record);
      }
    }
  }

  private void check(TypeDefinition.Fields record) {
    var name = record.name().text();
    boolean compared =
        scope
            .incomparable(new Type.RecordOf(scope.id(), name, record.fields().isEmpty()))
            .isEmpty();
    Map<String, Field> first = new HashMap<>();
    for (var field : record.fields()) {
      var before = first.putIfAbsent(field.name().text(), field);
      if (before != null) {
        repeated(name, field, before, compared);
      }
      var type = scope.quietly(field.type());
      if (compared && isOne(type) && isUnion(field.type(), new HashSet<>())) {
        complaints.error(
            field.type().span(), () -> new TypeProblem.NeedlessUnion(name, type.written()));
      }
    }
  }

  /// Both fields have the first one's value. That is wrong where they are not represented alike.
  private void repeated(String record, Field field, Field first, boolean compared) {
    var text = field.name().text();
    var related =
        List.of(
            new Related(
                Related.Role.FIRST_HERE,
                scope.module().source().locate(first.name().span()),
                first.name().span()));
    var type = scope.quietly(field.type());
    if (compared && type != Primitive.NONE && !alike(type, scope.quietly(first.type()))) {
      complaints.error(
          field.name().span(), () -> new TypeProblem.DuplicateField(text, record), () -> related);
    } else {
      complaints.warning(
          field.name().span(), () -> new TypeProblem.DuplicateField(text, record), () -> related);
    }
  }

  /// Whether two types of values that can be compared are the same to the compiler's last check.
  private static boolean alike(Type one, Type other) {
    return switch (one) {
      case Type.ListOf _ -> other instanceof Type.ListOf;
      case Type.MapOf _ -> other instanceof Type.MapOf;
      case Type.Union _ -> other instanceof Type.Union;
      case Primitive _, Type.Function _, Type.RecordOf _ ->
          one.equals(other) || other.unknown().isPresent();
      case Type.Unknown _ -> true;
    };
  }

  private static boolean isOne(Type type) {
    return !(type instanceof Type.Union) && type.unknown().isEmpty();
  }

  /// Whether a type is written as a union, be it by the module's own aliases.
  private boolean isUnion(TypeSyntax type, Set<String> seen) {
    return switch (type) {
      case TypeSyntax.Union _ -> true;
      case TypeSyntax.Named(var qualifier, var name, _) ->
          qualifier.isEmpty()
              && seen.add(name)
              && scope.names().own().get(name) instanceof TypeDefinition.Alias(_, var meant, _)
              && isUnion(meant, seen);
      case TypeSyntax.Function _, TypeSyntax.ListOf _, TypeSyntax.MapOf _, TypeSyntax.Missing _ ->
          false;
    };
  }
}
