/// What functions take and return, from debugging information: DWARF 2 to 5.
@NullMarked
package nib.engine.dwarf;

import org.jspecify.annotations.NullMarked;
