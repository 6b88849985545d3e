/// Running a command: the only port to other programs.
@NullMarked
package nib.engine.process;

import org.jspecify.annotations.NullMarked;
