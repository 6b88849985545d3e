/// The verdict in a sentence with its cure, and the table of everything found.
@NullMarked
package nib.app.diagnosis;

import org.jspecify.annotations.NullMarked;
