package nib.engine.types;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;

/// An import and what it leads to.
///
/// @param face empty where the module is missing, cannot be read, or imports this one in turn
/// @param listed the names between braces: these come without the prefix, and only so
record Linked(Import syntax, Optional<ModuleInterface> face, Set<String> listed) {

  Linked(Import syntax, Optional<ModuleInterface> face) {
    this(
        syntax,
        face,
        syntax.names().stream().map(Name::text).collect(Collectors.toUnmodifiableSet()));
  }

  /// Whether it may bring names that nobody here knows of.
  boolean unclear() {
    return face.isEmpty() || face.get().incomplete();
  }
}
