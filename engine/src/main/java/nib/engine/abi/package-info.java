/// How a Pen type crosses a given target's border.
@NullMarked
package nib.engine.abi;

import org.jspecify.annotations.NullMarked;
