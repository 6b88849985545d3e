/// Themes, stylesheet, fonts and icons.
@NullMarked
package nib.app.style;

import org.jspecify.annotations.NullMarked;
