package nib.engine.diagnosis;

import java.nio.file.Path;

/// A symbol in a member of an archive, as the place where a person looks next.
///
/// @param member the member's name; `memberOffset` tells members of one name apart
/// @param symbol the symbol's name as the file has it
public record SymbolPlace(Path archive, String member, long memberOffset, String symbol) {

  /// `libfoo.a(bar.o)`.
  public String memberName() {
    return "%s(%s)".formatted(archive.getFileName(), member);
  }
}
