/// A source file, its spans, its lines.
@NullMarked
package nib.engine.text;

import org.jspecify.annotations.NullMarked;
