/// Types as calling conventions see them: what is left when names are gone.
@NullMarked
package nib.engine.dwarf.passing;

import org.jspecify.annotations.NullMarked;
