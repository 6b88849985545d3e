/// The page of keys and glyphs.
@NullMarked
package nib.app.help;

import org.jspecify.annotations.NullMarked;
