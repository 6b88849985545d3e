/// What is open: the package, its target, builds, verdicts, and the one selection that every pane
/// follows.
@NullMarked
package nib.app.project;

import org.jspecify.annotations.NullMarked;
