/// The border: every foreign import and export of a package, with its type.
@NullMarked
package nib.engine.foreign;

import org.jspecify.annotations.NullMarked;
