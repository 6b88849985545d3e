/// What C++ and Rust compilers make of names, undone.
@NullMarked
package nib.engine.mangling;

import org.jspecify.annotations.NullMarked;
