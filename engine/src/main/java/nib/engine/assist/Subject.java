package nib.engine.assist;

import java.util.Optional;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Site;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.ValueDefinition;

/// What a name stands for.
sealed interface Subject {

  /// Where it is defined; empty for what the language brings along and for what is missing.
  Optional<Site> site();

  /// A name bound in the body that the question is about.
  record Local(Name name, Optional<Type> type, Site place) implements Subject {
    @Override
    public Optional<Site> site() {
      return Optional.of(place);
    }
  }

  /// A function or a foreign import.
  record Value(ValueDefinition definition) implements Subject {
    @Override
    public Optional<Site> site() {
      return Optional.of(new Site(definition.location(), definition.span()));
    }
  }

  /// A value or function of the language.
  record BuiltIn(String name) implements Subject {
    @Override
    public Optional<Site> site() {
      return Optional.empty();
    }
  }

  /// A type with a name.
  ///
  /// @param written as the asked module writes it
  /// @param type what the name stands for
  record NamedType(String written, Type type, Optional<Site> site) implements Subject {}

  /// A record's field.
  record FieldOf(RecordDefinition record, RecordDefinition.Field field) implements Subject {
    @Override
    public Optional<Site> site() {
      return Optional.of(new Site(field.location(), field.span()));
    }
  }

  /// A module that an import names.
  record ImportedModule(Import syntax, Optional<Site> site) implements Subject {}
}
