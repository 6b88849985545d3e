package nib.engine.checking;

import java.util.Map;
import java.util.Optional;
import nib.engine.diagnostic.ExpressionProblem.BuiltInFunctionNotCalled;
import nib.engine.syntax.Expression;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;

/// What variables refer to: local names first, then what the module defines and imports, then what
/// the language brings along.
final class Variables {

  /// The values of the language itself.
  static final Map<String, Type> VALUES =
      Map.of("true", Primitive.BOOLEAN, "false", Primitive.BOOLEAN, "none", Primitive.NONE);

  private final ModuleScope scope;
  private final Environment locals;
  private final Facts facts;
  private final Findings findings;
  private final UnknownNames unknown;

  Variables(Checking checking) {
    this.scope = checking.scope();
    this.locals = checking.locals();
    this.facts = checking.facts();
    this.findings = checking.findings();
    this.unknown = new UnknownNames(checking);
  }

  Type check(Expression.Variable variable) {
    var meaning = meaning(variable);
    if (meaning.isEmpty()) {
      unknown.report(variable);
      return Types.UNKNOWN;
    }
    facts.meaning(variable, meaning.get());
    return switch (meaning.get()) {
      case Meaning.Local(_, var type) -> type;
      case Meaning.Global(var definition) -> definition.type();
      case Meaning.BuiltIn(var name) -> builtIn(name, variable);
    };
  }

  /// The function of the language that is called, if it is one.
  Optional<BuiltIn> called(Expression function) {
    if (!(function instanceof Expression.Variable variable) || variable.qualifier().isPresent()) {
      return Optional.empty();
    }
    var called =
        BuiltIn.named(variable.name().text())
            .filter(_ -> meaning(variable).filter(Meaning.BuiltIn.class::isInstance).isPresent());
    called.ifPresent(one -> facts.meaning(variable, new Meaning.BuiltIn(one.written())));
    return called;
  }

  /// What a variable refers to; empty where nothing has its name.
  Optional<Meaning> meaning(Expression.Variable variable) {
    var name = variable.name().text();
    if (variable.qualifier().isEmpty()) {
      var local = locals.find(name);
      if (local.isPresent()) {
        return Optional.of(local.get());
      }
    }
    var global = scope.value(variable.qualifier().map(one -> one.text()), name);
    if (global.isPresent()) {
      return Optional.of(new Meaning.Global(global.get()));
    }
    return variable.qualifier().isEmpty() && known(name)
        ? Optional.of(new Meaning.BuiltIn(name))
        : Optional.empty();
  }

  private static boolean known(String name) {
    return VALUES.containsKey(name) || BuiltIn.named(name).isPresent();
  }

  private Type builtIn(String name, Expression.Variable variable) {
    return Optional.ofNullable(VALUES.get(name))
        .orElseGet(() -> {
          findings.error(new BuiltInFunctionNotCalled(name), variable.span());
          return Types.UNKNOWN;
        });
  }
}
