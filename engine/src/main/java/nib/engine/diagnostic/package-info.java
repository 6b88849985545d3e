/// What can be wrong, where, and the words for it.
@NullMarked
package nib.engine.diagnostic;

import org.jspecify.annotations.NullMarked;
