/// The border as a list: imports, exports, dependencies, modules, archives, each with its verdict.
@NullMarked
package nib.app.border;

import org.jspecify.annotations.NullMarked;
