/// COFF as Windows has it: objects, big objects, members of import libraries. Specified by
/// Microsoft's "PE Format".
@NullMarked
package nib.engine.objectfile.coff;

import org.jspecify.annotations.NullMarked;
