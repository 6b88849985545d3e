/// `pen-ffi` scripts: found, trusted, run; and the tools this machine has.
@NullMarked
package nib.engine.build;

import org.jspecify.annotations.NullMarked;
