package nib.engine.types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import nib.engine.diagnostic.BorderProblem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;

/// Holds a module's declarations against the rules of the language (`lib/hir/src/analysis.rs`).
final class DeclarationRules {

  private final LinkedScope scope;
  private final LiveGraph live;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Complaints complaints;

  DeclarationRules(LinkedScope scope, LiveGraph live) {
    this.scope = scope;
    this.live = live;
    this.complaints = new Complaints(scope.module().source(), found::add);
  }

  List<Diagnostic> check() {
    var syntax = scope.module().syntax();
    new ImportRules(scope, live, complaints).check();
    syntax.types().forEach(this::types);
    for (var one : syntax.foreignImports()) {
      var type = resolve(one.type());
      if (!(type instanceof Type.Function) && type.unknown().isEmpty()) {
        complaints.error(
            one.type().span(),
            () -> new BorderProblem.NotAFunction(one.name().text(), type.written()));
      }
    }
    for (var function : syntax.functions()) {
      function.parameters().forEach(one -> resolve(one.type()));
      resolve(function.result());
    }
    scope.own().cycles().forEach(this::circular);
    new NameRules(scope.module(), complaints).check();
    new FieldRules(scope, complaints).check();
    new RecordRules(scope, live, complaints).check();
    new MainRules(scope, live, complaints).check();
    new TestRules(scope, complaints).check();
    found.sort(Comparator.comparingInt(one -> one.span().start()));
    return List.copyOf(new LinkedHashSet<>(found));
  }

  private void types(TypeDefinition definition) {
    switch (definition) {
      case TypeDefinition.Alias(_, var type, _) -> resolve(type);
      case TypeDefinition.Fields(_, var fields, _) ->
          fields.forEach(field -> resolve(field.type()));
    }
  }

  private Type resolve(TypeSyntax type) {
    return scope.resolve(type, found::add);
  }

  private void circular(List<String> cycle) {
    var id = scope.id();
    var definition = scope.names().own().get(cycle.getFirst());
    if (definition != null) {
      complaints.error(
          definition.name().span(),
          () -> new TypeProblem.RecursiveAlias(cycle),
          () ->
              cycle.stream()
                  .skip(1)
                  .limit(Complaints.MOST_RELATED)
                  .map(name -> Complaints.at(Related.Role.DECLARED_HERE, live.type(id, name)))
                  .toList());
    }
  }
}
