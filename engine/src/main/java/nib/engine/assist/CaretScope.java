package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Site;
import nib.engine.types.Incomparable;
import nib.engine.types.ModuleScope;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.ValueDefinition;

/// A module's scope in which another text of the module is checked: the one with a name put in at
/// the caret. What the module defines is what it was.
record CaretScope(ModuleScope scope, PenModule module) implements ModuleScope {

  @Override
  public ModuleId id() {
    return scope.id();
  }

  @Override
  public Type resolve(TypeSyntax type, Consumer<Diagnostic> problems) {
    return scope.resolve(type, problems);
  }

  @Override
  public Optional<RecordDefinition> definition(Type.RecordOf type) {
    return scope.definition(type);
  }

  @Override
  public Optional<Incomparable> incomparable(Type type) {
    return scope.incomparable(type);
  }

  @Override
  public Optional<Site> site(TypeSyntax.Named type) {
    return scope.site(type);
  }

  @Override
  public Optional<ValueDefinition> value(Optional<String> qualifier, String name) {
    return scope.value(qualifier, name);
  }

  @Override
  public Optional<Site> site(Import imported) {
    return scope.site(imported);
  }

  @Override
  public List<Visible<ValueDefinition>> values() {
    return scope.values();
  }

  @Override
  public List<Visible<Type>> types() {
    return scope.types();
  }
}
