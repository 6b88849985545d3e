package nib.engine.syntax;

import java.util.List;
import nib.engine.diagnostic.Diagnostic;

/// What the parser made of a module, and what it had to say about it.
///
/// @param tokens the tokens as the parser took them, without comments and without characters that
///   belong to no token; the last is of kind `END`. The list cannot be changed.
/// @param comments in the order of the text. The list cannot be changed.
/// @param diagnostics in the order of the text
public record Parsed(
    ModuleSyntax module, List<Token> tokens, List<Token> comments, List<Diagnostic> diagnostics) {

  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }
}
