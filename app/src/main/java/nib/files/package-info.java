/// Writing files, for the window and the command line.
@NullMarked
package nib.files;

import org.jspecify.annotations.NullMarked;
