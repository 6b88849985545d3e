package nib.engine.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type.Primitive;

/// Looks for names that are defined twice. Two functions or two types of one name are errors
/// (`duplicate_function_name_validator.rs`, `duplicate_type_name_validator.rs`), foreign imports
/// being functions (`lib/mir/src/analysis/type_check/name.rs`); what the compiler lets pass and
/// nobody can have meant is a warning.
final class NameRules {

  private final PenModule module;
  private final Complaints complaints;

  NameRules(PenModule module, Complaints complaints) {
    this.module = module;
    this.complaints = complaints;
  }

  void check() {
    functions();
    types();
  }

  private void functions() {
    var syntax = module.syntax();
    var first = new HashMap<String, Name>();
    syntax.foreignImports().forEach(one -> function(one.name(), first));
    for (var function : syntax.functions()) {
      function(function.name(), first);
      parameters(function);
    }
  }

  private void function(Name name, Map<String, Name> first) {
    var before = first.putIfAbsent(name.text(), name);
    if (before != null) {
      complaints.error(
          name.span(), () -> new TypeProblem.DuplicateFunction(name.text()), firstHere(before));
    }
  }

  private void types() {
    var first = new HashMap<String, Name>();
    for (var type : module.syntax().types()) {
      var name = type.name();
      var before = first.putIfAbsent(name.text(), name);
      if (before != null) {
        complaints.error(
            name.span(), () -> new TypeProblem.DuplicateType(name.text()), firstHere(before));
      } else if (Primitive.named(name.text()).isPresent()) {
        complaints.warning(name.span(), () -> new TypeProblem.HidesBuiltIn(name.text()), List::of);
      }
    }
  }

  private void parameters(FunctionDefinition function) {
    Map<String, Name> first = new HashMap<>();
    for (var parameter : function.parameters()) {
      var name = parameter.name();
      var before = first.putIfAbsent(name.text(), name);
      if (before != null && !name.text().equals("_")) {
        complaints.warning(
            name.span(),
            () -> new TypeProblem.DuplicateParameter(name.text(), function.name().text()),
            firstHere(before));
      }
    }
  }

  private Supplier<List<Related>> firstHere(Name name) {
    return () ->
        List.of(
            new Related(Related.Role.FIRST_HERE, module.source().locate(name.span()), name.span()));
  }
}
