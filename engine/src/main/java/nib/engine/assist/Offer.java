package nib.engine.assist;

import java.util.function.Supplier;
import nib.engine.assist.Completion.Kind;
import nib.engine.text.Span;

/// A name that could be written at a caret, before it is held against what was typed. Most names
/// fit nothing that was typed, so what is said about them is computed later.
record Offer(String written, Kind kind, Supplier<String> detail, Supplier<String> from) {

  /// One about which there is nothing more to say.
  static Offer of(String written, Kind kind) {
    return new Offer(written, kind, () -> "", () -> "");
  }

  Completion completion(Span replaced) {
    return new Completion(written, kind, detail.get(), from.get(), replaced);
  }
}
