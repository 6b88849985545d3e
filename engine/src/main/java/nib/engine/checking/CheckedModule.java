package nib.engine.checking;

import java.util.List;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.types.ModuleScope;

/// A module whose bodies were checked.
///
/// @param diagnostics what is wrong in the bodies, in the order of the text
public record CheckedModule(ModuleScope scope, Typing typing, List<Diagnostic> diagnostics) {

  public CheckedModule {
    diagnostics = List.copyOf(diagnostics);
  }
}
