package nib.engine.assist;

import nib.engine.analysis.Analysis;
import nib.engine.checking.CheckedModule;
import nib.engine.text.SourceText;

/// Where somebody asks: a caret or a pointer in a module.
///
/// @param offset into the module's text, in UTF-16 units; an offset behind a name's last letter is
///   on the name, as a caret stands behind what was typed
public record Place(Analysis program, CheckedModule module, int offset) {

  SourceText source() {
    return module.scope().module().source();
  }
}
