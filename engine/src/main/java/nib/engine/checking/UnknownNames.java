package nib.engine.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.diagnostic.ExpressionProblem;
import nib.engine.diagnostic.ExpressionProblem.PrefixMissing;
import nib.engine.diagnostic.ExpressionProblem.PrefixNotAllowed;
import nib.engine.diagnostic.ExpressionProblem.PrefixNotFound;
import nib.engine.diagnostic.ExpressionProblem.TypeUsedAsValue;
import nib.engine.diagnostic.ExpressionProblem.VariableNotFound;
import nib.engine.diagnostic.ExpressionProblem.VariablePrivate;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Spelling;
import nib.engine.types.ModuleScope;
import nib.engine.types.ModuleScope.Visible;
import nib.engine.types.ValueDefinition;

/// Says why nothing has a name, and what may have been meant.
final class UnknownNames {

  private static final int MOST_PLACES = 3;

  private final ModuleScope scope;
  private final Environment locals;
  private final Findings findings;
  private final Spelling spelling;

  /// Both are filled when the first name is unknown.
  private final Set<String> types = new HashSet<>();

  private final Map<String, List<String>> prefixed = new HashMap<>();

  UnknownNames(Checking checking) {
    this.scope = checking.scope();
    this.locals = checking.locals();
    this.findings = checking.findings();
    this.spelling = checking.spelling();
  }

  void report(Expression.Variable variable) {
    if (variable.qualifier().isPresent()) {
      qualified(variable, variable.qualifier().get());
    } else {
      plain(variable);
    }
  }

  private void plain(Expression.Variable variable) {
    var name = variable.name().text();
    if (isType(name)) {
      error(new TypeUsedAsValue(name), variable, List.of());
      return;
    }
    if (imports().anyMatch(one -> lists(one, name))) {
      return; // The import was complained about: its module has no such name.
    }
    var elsewhere = prefixed().getOrDefault(name, List.of());
    error(
        elsewhere.isEmpty()
            ? new VariableNotFound(name, near(name))
            : new PrefixMissing(
                name, elsewhere.subList(0, Math.min(MOST_PLACES, elsewhere.size()))),
        variable,
        List.of());
  }

  private void qualified(Expression.Variable variable, Name qualifier) {
    var prefix = qualifier.text();
    var imported = imports().filter(one -> one.prefix().equals(prefix)).toList();
    if (imported.isEmpty()) {
      var prefixes = imports().map(Import::prefix).toList();
      findings.error(new PrefixNotFound(prefix, spelling.near(prefix, prefixes)), qualifier.span());
      return;
    }
    var places =
        imported.stream()
            .map(one -> findings.here(Related.Role.IMPORTED_HERE, one.target()))
            .toList();
    error(why(variable, imported), variable, imported.size() == 1 ? places : List.of());
  }

  private ExpressionProblem why(Expression.Variable variable, List<Import> imported) {
    var name = variable.name().text();
    if (imported.stream().anyMatch(one -> lists(one, name))
        && scope.value(Optional.empty(), name).isPresent()) {
      return new PrefixNotAllowed(variable.written(), name);
    }
    if (isType(variable.written())) {
      return new TypeUsedAsValue(variable.written());
    }
    if (!Name.isPublic(name)) {
      return new VariablePrivate(variable.written(), imported.getFirst().written());
    }
    return new VariableNotFound(variable.written(), near(variable.written()));
  }

  private void error(
      ExpressionProblem problem, Expression.Variable variable, List<Related> related) {
    findings.error(problem, variable.span(), related);
  }

  private List<String> near(String name) {
    var written = scope.values().stream().map(Visible<ValueDefinition>::written);
    var builtIn = Stream.of(BuiltIn.values()).map(BuiltIn::written);
    return spelling.near(
        name,
        Stream.of(locals.names().stream(), written, builtIn, Variables.VALUES.keySet().stream())
            .flatMap(names -> names)
            .toList());
  }

  private boolean isType(String written) {
    if (types.isEmpty()) {
      scope.types().forEach(one -> types.add(one.written()));
    }
    return types.contains(written);
  }

  /// The names that modules' prefixes stand before, by themselves.
  private Map<String, List<String>> prefixed() {
    if (prefixed.isEmpty()) {
      for (var visible : scope.values()) {
        var written = visible.written();
        int quote = written.indexOf('\'');
        if (quote >= 0) {
          prefixed
              .computeIfAbsent(written.substring(quote + 1), _ -> new ArrayList<>())
              .add(written);
        }
      }
    }
    return prefixed;
  }

  private Stream<Import> imports() {
    return scope.module().syntax().imports().stream();
  }

  private static boolean lists(Import imported, String name) {
    return imported.names().stream().anyMatch(one -> one.text().equals(name));
  }
}
