/// A Pen package on disk: its `pen.json` and its modules.
@NullMarked
package nib.engine.packages;

import org.jspecify.annotations.NullMarked;
