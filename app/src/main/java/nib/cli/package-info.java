/// The command line: one class for each command.
@NullMarked
package nib.cli;

import org.jspecify.annotations.NullMarked;
