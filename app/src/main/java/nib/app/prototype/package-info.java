/// The selected entry in C and Rust.
@NullMarked
package nib.app.prototype;

import org.jspecify.annotations.NullMarked;
