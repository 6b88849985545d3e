package nib.engine.diagnosis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;

/// Something a check has to say about one entry, and what it rests on.
///
/// @param entry the entry's id
/// @param diagnostic what is wrong and where it is declared
/// @param at the symbol that the finding is about, or comes nearest; empty when no archive has one
/// @param searched every archive that was looked at
public record Finding(
    String entry, Diagnostic diagnostic, Optional<SymbolPlace> at, List<Path> searched) {

  public Finding {
    searched = List.copyOf(searched);
  }
}
