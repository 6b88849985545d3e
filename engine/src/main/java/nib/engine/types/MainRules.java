package nib.engine.types;

import java.util.List;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.LiveGraph.DefinedName;
import nib.engine.types.Type.Primitive;

/// The rules of a main module: it defines `main`, which takes the context and returns `none`; and
/// each system package gives the context its part (`lib/hir-mir/src/main_function.rs`,
/// `lib/app/src/module_compiler/main_module_configuration_qualifier.rs`).
final class MainRules {

  private static final String MAIN = "main";

  private final LinkedScope scope;
  private final LiveGraph live;
  private final Complaints complaints;

  MainRules(LinkedScope scope, LiveGraph live, Complaints complaints) {
    this.scope = scope;
    this.live = live;
    this.complaints = complaints;
  }

  void check() {
    scope
        .contexts()
        .ifPresent(contexts -> {
          var main =
              scope.module().syntax().functions().stream()
                  .filter(one -> one.name().text().equals(MAIN))
                  .findFirst();
          main.ifPresentOrElse(this::function, this::noMain);
          var place = main.map(FunctionDefinition::name).map(Name::span).orElseGet(this::anywhere);
          contexts.parts().forEach(part -> part(part, place));
        });
  }

  /// A `main` that does not parse is no missing one.
  private void noMain() {
    if (scope.module().diagnostics().stream().noneMatch(one -> one.severity() == Severity.ERROR)) {
      complaints.error(anywhere(), TypeProblem.MainNotFound::new);
    }
  }

  private void function(FunctionDefinition main) {
    var parameters = main.parameters();
    if (parameters.size() != 1) {
      complaints.error(main.name().span(), () -> new TypeProblem.MainParameters(parameters.size()));
    } else if (!takesContext(scope.quietly(parameters.getFirst().type()))) {
      mismatch(parameters.getFirst().type(), Contexts.RECORD, scope.names().context().isEmpty());
    }
    if (!TypeRelations.subsumes(Primitive.NONE, scope.quietly(main.result()))) {
      mismatch(main.result(), Primitive.NONE.written(), false);
    }
  }

  /// A type of that name that the module defines is another one.
  private boolean takesContext(Type parameter) {
    return scope.names().context().isPresent()
        ? TypeRelations.subsumes(parameter, scope.names().context().get())
        : parameter == Primitive.ANY || parameter.unknown().isPresent();
  }

  private void mismatch(TypeSyntax type, String expected, boolean hidden) {
    complaints.error(
        type.span(),
        () -> new TypeProblem.MainMismatch(scope.quietly(type).written(), expected, hidden));
  }

  /// That there is no such module is said of `pen.json`.
  private void part(Contexts.Part part, Span place) {
    if (part.face().isEmpty() || part.face().get().incomplete()) {
      return;
    }
    var type = part.face().flatMap(one -> one.type(Contexts.TYPE)).map(Sized::type);
    var function = part.face().flatMap(one -> one.function(Contexts.FUNCTION));
    if (type.isEmpty()) {
      complaints.error(place, () -> new TypeProblem.ContextTypeNotFound(part.key()));
    } else if (function.isEmpty()) {
      complaints.error(place, () -> new TypeProblem.NewContextFunctionNotFound(part.key()));
    } else if (!makes(function.get(), type.get())) {
      complaints.error(
          place,
          () ->
              new TypeProblem.NewContextFunctionMismatch(
                  part.key(), function.get().written(), type.get().written()),
          () ->
              part.module().stream()
                  .map(module -> live.place(module, DefinedName.Kind.FUNCTION, Contexts.FUNCTION))
                  .map(anchor -> Complaints.at(Related.Role.DECLARED_HERE, anchor))
                  .toList());
    }
  }

  private static boolean makes(Type function, Type context) {
    return function instanceof Type.Function(List<Type> parameters, Type result)
        && parameters.isEmpty()
        && TypeRelations.subsumes(context, result);
  }

  /// The first thing in the file.
  private Span anywhere() {
    return scope.module().tokens().getFirst().span();
  }
}
