package nib.engine.abi;

/// A block that Pen counts references to: a count word, then the payload, where pointers to it
/// point (`lib/mir-fmm/src/reference_count/block.rs`).
///
/// @param countBytes the size of the count word, which is signed
/// @param header the bytes before the payload: the count word, and the padding that the payload's
///   alignment asks for
public record HeapBlock(Layout payload, int countBytes, int header) {

  /// The bytes that are allocated, without the payload's tail.
  public int size() {
    return header + payload.size();
  }

  /// Whether the count stands where the run time looks for it: right before the payload. Not so
  /// where a word has four bytes and the payload is aligned by eight.
  public boolean countIsBeforePayload() {
    return header == countBytes;
  }
}
