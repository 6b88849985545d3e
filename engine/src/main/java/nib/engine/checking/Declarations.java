package nib.engine.checking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Related.Role;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.ModuleScope;
import nib.engine.types.ValueDefinition;

/// Where functions and their parameters are declared, for those who have to point at them.
final class Declarations {

  private final ModuleScope scope;
  private final Findings findings;

  /// The types of the parameters of each function and foreign import of this module; filled when
  /// somebody asks.
  private final Map<String, List<Span>> parameters = new HashMap<>();

  Declarations(Checking checking) {
    this.scope = checking.scope();
    this.findings = checking.findings();
  }

  /// The declaration of the function that an expression names.
  List<Related> of(Variables variables, Expression function) {
    return global(variables, function)
        .map(one -> new Related(Role.DECLARED_HERE, one.location(), one.span()))
        .or(() -> lambda(function).map(one -> findings.here(Role.DECLARED_HERE, parametersOf(one))))
        .stream()
        .toList();
  }

  /// The type of one of its parameters; of a function elsewhere, its name.
  List<Related> ofParameter(Variables variables, Expression function, int parameter) {
    return global(variables, function)
        .map(one -> expected(one, parameter))
        .or(() ->
            lambda(function)
                .map(one -> one.parameters().get(parameter).type().span())
                .map(span -> findings.here(Role.EXPECTED_HERE, span)))
        .stream()
        .toList();
  }

  private Related expected(ValueDefinition definition, int parameter) {
    if (definition.module().equals(scope.id())) {
      var spans = parameters(definition.name());
      if (parameter < spans.size()) {
        return findings.here(Role.EXPECTED_HERE, spans.get(parameter));
      }
    }
    return new Related(Role.EXPECTED_HERE, definition.location(), definition.span());
  }

  private static Optional<ValueDefinition> global(Variables variables, Expression function) {
    return function instanceof Expression.Variable variable
        ? variables
            .meaning(variable)
            .filter(Meaning.Global.class::isInstance)
            .map(one -> ((Meaning.Global) one).definition())
        : Optional.empty();
  }

  private static Optional<Expression.Lambda> lambda(Expression function) {
    return function instanceof Expression.Lambda lambda ? Optional.of(lambda) : Optional.empty();
  }

  private static Span parametersOf(Expression.Lambda lambda) {
    return new Span(lambda.span().start(), lambda.result().span().end());
  }

  private List<Span> parameters(String name) {
    if (parameters.isEmpty()) {
      var syntax = scope.module().syntax();
      syntax.foreignImports().forEach(one -> parameters.put(one.name().text(), spans(one.type())));
      for (ModuleSyntax.FunctionDefinition function : syntax.functions()) {
        parameters.put(
            function.name().text(),
            function.parameters().stream().map(one -> one.type().span()).toList());
      }
    }
    return parameters.getOrDefault(name, List.of());
  }

  private static List<Span> spans(TypeSyntax type) {
    return type instanceof TypeSyntax.Function(var parameters, _, _)
        ? parameters.stream().map(TypeSyntax::span).toList()
        : List.of();
  }
}
