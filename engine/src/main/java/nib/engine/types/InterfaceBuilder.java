package nib.engine.types;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;
import nib.engine.types.RecordShapes.FieldType;

/// Makes a module's interface: its public names, and the records that these lead to.
final class InterfaceBuilder {

  private final LinkedScope scope;
  private final Map<ModuleId, RecordShapes> shapes;
  private final Map<String, List<FieldType>> records = new HashMap<>();
  private final Set<ModuleId> mentioned = new LinkedHashSet<>();
  private final ArrayDeque<Type> waiting = new ArrayDeque<>();

  private InterfaceBuilder(LinkedScope scope, Map<ModuleId, RecordShapes> shapes) {
    this.scope = scope;
    this.shapes = shapes;
  }

  /// @param shapes those of the modules that the scope's imports lead to
  static ModuleInterface build(LinkedScope scope, Map<ModuleId, RecordShapes> shapes) {
    return new InterfaceBuilder(scope, shapes).build();
  }

  private ModuleInterface build() {
    var types = new LinkedHashMap<String, Sized>();
    var functions = new LinkedHashMap<String, Type>();
    for (var name : scope.names().own().keySet()) {
      if (Name.isPublic(name)) {
        types.put(name, scope.own().type(name));
      }
    }
    scope
        .functions()
        .forEach((name, type) -> {
          if (Name.isPublic(name)) {
            functions.put(name, type);
          }
        });
    types.values().forEach(type -> waiting.add(type.type()));
    waiting.addAll(functions.values());
    while (!waiting.isEmpty()) {
      visit(waiting.remove());
    }
    var others = mentioned.stream().filter(shapes::containsKey).map(shapes::get).toList();
    return new ModuleInterface(
        scope.id(),
        types,
        functions,
        incomplete(scope.module()),
        new RecordShapes(scope.id(), records, others));
  }

  private void visit(Type type) {
    switch (type) {
      case Type.Primitive _, Type.Unknown _ -> {}
      case Type.Function(var parameters, var result) -> {
        waiting.addAll(parameters);
        waiting.add(result);
      }
      case Type.ListOf(var element) -> waiting.add(element);
      case Type.MapOf(var key, var value) -> {
        waiting.add(key);
        waiting.add(value);
      }
      case Type.Union(var members) -> waiting.addAll(members);
      case Type.RecordOf(var module, var name, _) -> {
        if (!module.equals(scope.id())) {
          mentioned.add(module);
        } else if (scope.own().records().containsKey(name)) {
          var fields = scope.own().records().getOrDefault(name, List.of());
          if (records.putIfAbsent(name, fields) == null) {
            fields.forEach(field -> waiting.add(field.type()));
          }
        }
      }
    }
  }

  /// What does not parse inside a function's body hides no names of others.
  private static boolean incomplete(PenModule module) {
    return module.diagnostics().stream()
        .filter(one -> one.severity() == Severity.ERROR)
        .anyMatch(one ->
            module.syntax().functions().stream()
                .map(InterfaceBuilder::body)
                .noneMatch(body ->
                    body.start() <= one.span().start() && one.span().start() <= body.end()));
  }

  private static Span body(FunctionDefinition function) {
    return function.lambda().body().span();
  }
}
