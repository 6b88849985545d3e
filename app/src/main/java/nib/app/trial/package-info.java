/// Calling one function with typed-in arguments, and the history of calls.
@NullMarked
package nib.app.trial;

import org.jspecify.annotations.NullMarked;
