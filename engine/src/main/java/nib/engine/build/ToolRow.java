package nib.engine.build;

import java.nio.file.Path;
import java.util.Optional;

/// A tool that Nib can use, and whether this machine has it.
///
/// @param name its command: `cc`
/// @param purpose what Nib uses it for, in words
/// @param file where it was found; empty where it was not
/// @param version the first line it says of its version; empty where it was not found
/// @param cure the command that installs it; empty where it was found
/// @param required whether building the samples or trying calls needs it
public record ToolRow(
    String name,
    String purpose,
    Optional<Path> file,
    String version,
    String cure,
    boolean required) {}
