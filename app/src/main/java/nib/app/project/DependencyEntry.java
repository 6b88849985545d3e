package nib.app.project;

import java.nio.file.Path;
import nib.engine.Entry;

/// A function on the border of a package that the current one depends on.
///
/// @param name the name that the dependency is imported under
/// @param root the dependency's folder
public record DependencyEntry(String name, Path root, Entry entry) {}
