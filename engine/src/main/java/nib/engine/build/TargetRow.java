package nib.engine.build;

import java.util.List;
import nib.engine.target.Target;

/// A known target and what this machine can build for it.
///
/// @param host whether it is this machine's own
/// @param cCompiler the command that compiles C for it here; empty where none was found
/// @param rust whether the Rust compiler found here has this target's standard library
/// @param cures commands that would get what is missing, one for each thing
public record TargetRow(
    Target target, boolean host, List<String> cCompiler, boolean rust, List<String> cures) {

  public TargetRow {
    cCompiler = List.copyOf(cCompiler);
    cures = List.copyOf(cures);
  }
}
