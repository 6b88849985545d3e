/// What happens in a call of the selected function, drawn.
@NullMarked
package nib.app.picture;

import org.jspecify.annotations.NullMarked;
