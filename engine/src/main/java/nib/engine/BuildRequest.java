package nib.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nib.engine.target.Target;

/// A request to build a package's foreign library.
///
/// @param target the target asked for; empty for this machine's own, then the script gets no `-t`
///   in the documented protocol
/// @param allowOnce a yes for this run only; otherwise a remembered yes is needed
/// @param limit how long one run of the script may take
public record BuildRequest(
    Path packageRoot, Optional<Target> target, boolean allowOnce, Duration limit) {}
