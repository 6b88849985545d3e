/// The page of settings: where Pen's own packages are, and how the window looks.
@NullMarked
package nib.app.settings;

import org.jspecify.annotations.NullMarked;
