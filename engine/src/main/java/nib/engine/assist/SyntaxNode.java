package nib.engine.assist;

import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;

/// A node of a module's tree. The trees of modules, types, blocks and expressions have no type in
/// common; this one puts them together, so that one walk goes through all of them.
sealed interface SyntaxNode permits SyntaxNode.Part, Mention {

  Span span();

  /// A node that consists of others.
  sealed interface Part extends SyntaxNode {}

  /// A whole module.
  ///
  /// @param span all offsets
  record Whole(ModuleSyntax syntax, Span span) implements Part {}

  /// An import of a module.
  record ImportPart(Import syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// A foreign import.
  record ForeignImportPart(ForeignImportSyntax syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// An alias or a record.
  record TypePart(TypeDefinition syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// A function.
  record FunctionPart(FunctionDefinition syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// A block with its braces.
  record BlockPart(Block syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// A statement.
  record StatementPart(Block.Statement syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// An expression.
  record Value(Expression syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }

  /// A type as written.
  record Written(TypeSyntax syntax) implements Part {
    @Override
    public Span span() {
      return syntax.span();
    }
  }
}
