/// Foreign declarations as C and Rust text.
@NullMarked
package nib.engine.prototype;

import org.jspecify.annotations.NullMarked;
