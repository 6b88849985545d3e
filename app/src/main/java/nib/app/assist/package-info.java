/// What stands beside the text of a module: what a name is and where it is defined, the names that
/// can be written, the places that mention it, and the way back.
@NullMarked
package nib.app.assist;

import org.jspecify.annotations.NullMarked;
