package nib.engine.assist;

import java.util.Optional;
import java.util.function.Supplier;
import nib.engine.assist.Completion.Kind;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.TypeRelations;

/// A name that could be written at a caret, before it is held against what was typed. Most names
/// fit nothing that was typed, so what is said about them is computed later.
///
/// @param type what it stands for; empty where that is no value, or is not known
record Offer(
    String written,
    Kind kind,
    Supplier<String> detail,
    Supplier<String> from,
    Optional<Type> type) {

  /// One whose type says nothing about where it fits.
  Offer(String written, Kind kind, Supplier<String> detail, Supplier<String> from) {
    this(written, kind, detail, from, Optional.empty());
  }

  /// One about which there is nothing more to say.
  static Offer of(String written, Kind kind) {
    return new Offer(written, kind, () -> "", () -> "");
  }

  /// Whether it, or what it gives when it is called, may stand where `expected` is.
  boolean fits(Type expected) {
    return type.filter(own -> stands(expected, own)).isPresent();
  }

  private static boolean stands(Type expected, Type own) {
    boolean known = own.unknown().isEmpty() && own != Type.Primitive.ANY;
    return known
        && (TypeRelations.subsumes(expected, own)
            || (own instanceof Type.Function(_, var result) && stands(expected, result)));
  }

  Completion completion(Span replaced) {
    return new Completion(written, kind, detail.get(), from.get(), replaced);
  }
}
