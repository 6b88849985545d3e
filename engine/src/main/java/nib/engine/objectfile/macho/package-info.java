/// Mach-O, the object format of Apple's systems, and the fat files that hold several. Specified by
/// Apple's headers `<mach-o/loader.h>`, `<mach-o/nlist.h>` and `<mach-o/fat.h>`.
@NullMarked
package nib.engine.objectfile.macho;

import org.jspecify.annotations.NullMarked;
