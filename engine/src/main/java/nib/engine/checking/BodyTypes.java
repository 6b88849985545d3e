package nib.engine.checking;

import nib.engine.syntax.TypeSyntax;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;

/// The types that are written inside of bodies.
final class BodyTypes {

  private final ModuleScope scope;
  private final Findings findings;

  BodyTypes(Checking checking) {
    this.scope = checking.scope();
    this.findings = checking.findings();
  }

  /// A type of a function's signature, about which its declaration's checks have spoken.
  Type quietly(TypeSyntax written) {
    return scope.resolve(written, _ -> {});
  }

  Type resolve(TypeSyntax written) {
    return scope.resolve(written, findings::add);
  }

  /// The type of a map that is written out, whose key has to be comparable. The compiler has no
  /// check for it: it fails later, when the functions that compare and hash the key are not there
  /// (`lib/hir-mir/src/transformation/collection_type.rs`).
  Type.MapOf map(TypeSyntax key, TypeSyntax value) {
    var type = resolve(new TypeSyntax.MapOf(key, value, key.span().to(value.span())));
    return type instanceof Type.MapOf map ? map : new Type.MapOf(Types.UNKNOWN, Types.UNKNOWN);
  }
}
