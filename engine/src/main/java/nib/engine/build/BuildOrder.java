package nib.engine.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nib.engine.target.Target;

/// What a script is run for.
///
/// @param target the target asked for; empty for this machine's own, then the script gets no `-t`
///   in the documented protocol
/// @param allowOnce a yes for this run only; otherwise the script needs a remembered one
/// @param limit how long one run of the script may take
public record BuildOrder(
    Path packageRoot, Optional<Target> target, boolean allowOnce, Duration limit) {}
