package nib.engine.syntax;

import java.util.List;
import java.util.Optional;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.Span;

/// `{ a = f() b }`: statements between braces, the last of which is the block's value.
///
/// @param statements one at least, or none where the parser has complained
/// @param span with the braces
public record Block(List<Statement> statements, Span span) {

  public Block {
    statements = List.copyOf(statements);
  }

  /// `x = e` or `e`.
  public record Statement(Optional<Name> name, Expression expression, Span span) {}
}
