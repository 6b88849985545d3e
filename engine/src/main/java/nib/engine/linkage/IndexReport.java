package nib.engine.linkage;

import java.nio.file.Path;
import java.util.List;

/// The index of one archive held against its members.
///
/// @param entries how many symbols it has; 0 where there is none
/// @param unchecked how many of them are in members that are not read, such as LLVM bitcode
/// @param troubles what does not agree, the first [#MOST] of it
/// @param more how many troubles there are besides
public record IndexReport(
    Path file, long entries, long unchecked, List<IndexTrouble> troubles, long more) {

  /// Troubles come by the thousand where an index is old; nobody reads that many.
  public static final int MOST = 100;

  public IndexReport {
    troubles = List.copyOf(troubles);
  }

  public boolean agrees() {
    return troubles.isEmpty();
  }
}
