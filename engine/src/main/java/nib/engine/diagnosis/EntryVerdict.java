package nib.engine.diagnosis;

import java.util.List;
import java.util.Optional;

/// The verdict on one entry.
///
/// @param entry the entry's id
/// @param sentence the verdict in words, such as "defined in libtext.a(text.o)"
/// @param definition the symbol that a link would take, where there is one
public record EntryVerdict(
    String entry,
    Verdict verdict,
    Tier tier,
    String sentence,
    Optional<SymbolPlace> definition,
    List<Finding> findings) {

  public EntryVerdict {
    findings = List.copyOf(findings);
  }
}
