/// The selected entry in C, Rust and Java.
@NullMarked
package nib.app.prototype;

import org.jspecify.annotations.NullMarked;
