package nib.engine.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Site;

/// What names mean in one module, outside of its functions' bodies: what it defines, what its
/// imports bring, and the types that the language brings along.
///
/// What a scope says of meanings and types never changes. It stays the same object for as long as
/// the module and all that it can see stay the same, so that what was concluded from it stays true.
/// Where other modules' definitions stand may change meanwhile, and is looked up anew each time.
public interface ModuleScope {

  ModuleId id();

  PenModule module();

  /// A type in canonical form. What cannot be resolved is [Type.Unknown], and said to `problems`.
  Type resolve(TypeSyntax type, Consumer<Diagnostic> problems);

  /// A record's fields, whichever module defines it.
  Optional<RecordDefinition> definition(Type.RecordOf type);

  /// Why the values of a type cannot be compared, hashed and used as a map's keys; empty where they
  /// can. A record without a definition counts as comparable.
  Optional<Incomparable> incomparable(Type type);

  /// Where the type of that name is defined now; empty for those that nobody has written, and where
  /// there is none.
  Optional<Site> site(TypeSyntax.Named type);

  /// What a value's name means outside of the functions; not the language's own values. A name that
  /// an import would bring that cannot be followed is a value of an unknown type.
  ///
  /// @param qualifier an import's prefix, before the quote
  Optional<ValueDefinition> value(Optional<String> qualifier, String name);

  /// The module's file, at its beginning; empty where there is none.
  Optional<Site> site(Import imported);

  /// Every value that can be named here.
  List<Visible<ValueDefinition>> values();

  /// Every type that can be named here, the language's own included.
  List<Visible<Type>> types();

  /// Something and how it is written here: `Print` or `Module'Print`.
  record Visible<T>(String written, T meaning) {}
}
