/// The window: one folder for each thing a person sees, wired together in the shell.
@NullMarked
package nib.app;

import org.jspecify.annotations.NullMarked;
