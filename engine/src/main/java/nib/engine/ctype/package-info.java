/// C as both sides speak it: types and functions.
@NullMarked
package nib.engine.ctype;

import org.jspecify.annotations.NullMarked;
