package nib.engine.checking;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;

/// Tells lists whose types are written as lists from those that are known by an alias, which some
/// of the compiler's searches do not look through.
final class PlainLists {

  private final ModuleScope scope;
  private final Facts facts;

  /// Names that are bound to something else than a plain list.
  private final Set<Name> others = Collections.newSetFromMap(new IdentityHashMap<>());

  PlainLists(ModuleScope scope, Facts facts) {
    this.scope = scope;
    this.facts = facts;
  }

  void except(Name name) {
    others.add(name);
  }

  /// Walks a branch in which a name has the branch's type.
  void during(Name name, boolean isPlain, Runnable walk) {
    if (!isPlain) {
      others.add(name);
    }
    walk.run();
    others.remove(name);
  }

  /// Whether a list is plain. Those in fields of other modules' records are taken to be.
  boolean test(Expression list) {
    return switch (list) {
      case Expression.Variable variable -> facts.meaning(variable).stream().noneMatch(this::other);
      case Expression.FieldAccess access -> field(access);
      case Expression.If _, Expression.IfList _, Expression.IfMap _ -> false;
      case Expression.IfType one ->
          one.branches().size() == 1
              && one.otherwise().isEmpty()
              && last(one.branches().getFirst().block());
      case Expression.Lambda _,
          Expression.RecordLiteral _,
          Expression.ListLiteral _,
          Expression.MapLiteral _,
          Expression.Comprehension _,
          Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.Call _,
          Expression.Try _,
          Expression.Not _,
          Expression.Operation _,
          Expression.Missing _ ->
          true;
    };
  }

  private boolean other(Meaning meaning) {
    return meaning instanceof Meaning.Local(var name, _) && others.contains(name);
  }

  private boolean last(Block block) {
    return block.statements().isEmpty() || test(block.statements().getLast().expression());
  }

  private boolean field(Expression.FieldAccess access) {
    return facts.type(access.record()).stream()
        .allMatch(type ->
            !(type instanceof Type.RecordOf record)
                || !record.module().equals(scope.id())
                || field(record.name(), access.field().text()));
  }

  private boolean field(String record, String field) {
    return scope.module().syntax().types().stream()
        .filter(one -> one.name().text().equals(record))
        .filter(TypeDefinition.Fields.class::isInstance)
        .flatMap(one -> ((TypeDefinition.Fields) one).fields().stream())
        .filter(one -> one.name().text().equals(field))
        .allMatch(one -> one.type() instanceof TypeSyntax.ListOf);
  }
}
