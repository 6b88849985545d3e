/// A source file, its spans, its lines; names that are near to one another, the beginnings of long
/// texts.
@NullMarked
package nib.engine.text;

import org.jspecify.annotations.NullMarked;
