/// All that is known about the open packages, kept up to date with as little work as possible.
@NullMarked
package nib.engine.analysis;

import org.jspecify.annotations.NullMarked;
