/// One neutral object file: its symbols, and what it is, told by magic.
@NullMarked
package nib.engine.objectfile;

import org.jspecify.annotations.NullMarked;
