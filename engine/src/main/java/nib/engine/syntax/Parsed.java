package nib.engine.syntax;

import java.util.List;
import nib.engine.diagnostic.Diagnostic;

/// What the parser made of a module, and what it had to say about it.
///
/// @param tokens all tokens without comments, the last of kind `END`
public record Parsed(ModuleSyntax module, List<Token> tokens, List<Diagnostic> diagnostics) {

  public Parsed {
    tokens = List.copyOf(tokens);
    diagnostics = List.copyOf(diagnostics);
  }
}
