/// What goes on between members: who defines and who needs, what a link pulls in, whether an index
/// tells the truth, where two archives differ.
@NullMarked
package nib.engine.linkage;

import org.jspecify.annotations.NullMarked;
