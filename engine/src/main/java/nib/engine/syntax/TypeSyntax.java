package nib.engine.syntax;

import java.util.List;
import java.util.Optional;
import nib.engine.text.Span;

/// A type as written.
public sealed interface TypeSyntax {

  Span span();

  /// `number`, `Foo` or `Module'Foo`.
  record Named(Optional<String> qualifier, String name, Span span) implements TypeSyntax {
    public String written() {
      return qualifier.map(prefix -> prefix + "'" + name).orElse(name);
    }
  }

  /// `\(a, b) r`.
  record Function(List<TypeSyntax> parameters, TypeSyntax result, Span span) implements TypeSyntax {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /// `[e]`.
  record ListOf(TypeSyntax element, Span span) implements TypeSyntax {}

  /// `{k: v}`.
  record MapOf(TypeSyntax key, TypeSyntax value, Span span) implements TypeSyntax {}

  /// `a | b`, with two members at least.
  record Union(List<TypeSyntax> members, Span span) implements TypeSyntax {
    public Union {
      members = List.copyOf(members);
    }
  }

  /// Where a type should be. The parser has said so already.
  record Missing(Span span) implements TypeSyntax {}
}
