/// The definitions of the shown module, in the order of its text.
@NullMarked
package nib.app.outline;

import org.jspecify.annotations.NullMarked;
