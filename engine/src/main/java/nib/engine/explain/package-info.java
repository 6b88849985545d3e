/// What happens in a call, for people: as text and as a picture.
@NullMarked
package nib.engine.explain;

import org.jspecify.annotations.NullMarked;
