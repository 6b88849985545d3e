package nib.engine.assist;

import nib.engine.assist.Completion.Kind;
import nib.engine.text.Span;

/// A name that could be written at a caret, before it is held against what was typed.
record Offer(String written, Kind kind, String detail, String from) {

  static Offer keyword(String keyword) {
    return new Offer(keyword, Kind.KEYWORD, "", "");
  }

  Completion completion(Span replaced) {
    return new Completion(written, kind, detail, from, replaced);
  }
}
