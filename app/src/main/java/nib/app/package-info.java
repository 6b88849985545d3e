/// The window: its start, its shell, and the one door between threads.
@NullMarked
package nib.app;

import org.jspecify.annotations.NullMarked;
