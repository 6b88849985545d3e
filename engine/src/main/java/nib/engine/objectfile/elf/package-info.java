/// ELF, as the System V ABI's generic specification has it.
@NullMarked
package nib.engine.objectfile.elf;

import org.jspecify.annotations.NullMarked;
