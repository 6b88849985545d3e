package nib.engine.dwarf;

import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;

/// Ends the reading of one unit or one function for a reason that is no damage.
final class NoEvidenceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient NoEvidence why;

  NoEvidenceException(Reason reason, String detail) {
    super(detail);
    this.why = new NoEvidence(reason, detail);
  }

  NoEvidence why() {
    return why;
  }
}
