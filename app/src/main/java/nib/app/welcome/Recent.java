package nib.app.welcome;

import java.nio.file.Path;

/// Something opened before.
///
/// @param there whether it is still on the disk
public record Recent(Path path, boolean there) {}
