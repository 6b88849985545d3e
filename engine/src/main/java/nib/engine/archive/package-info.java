/// Members of static archives.
@NullMarked
package nib.engine.archive;

import org.jspecify.annotations.NullMarked;
