/// The page before anything is open: samples, recents, ways to open.
@NullMarked
package nib.app.welcome;

import org.jspecify.annotations.NullMarked;
