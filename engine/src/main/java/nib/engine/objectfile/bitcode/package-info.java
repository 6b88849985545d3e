/// LLVM bitcode: what compilers leave for the linker to compile (`-flto`). Only the symbol table is
/// read, which LLVM keeps beside the code so that linkers need not know the instructions.
@NullMarked
package nib.engine.objectfile.bitcode;

import org.jspecify.annotations.NullMarked;
