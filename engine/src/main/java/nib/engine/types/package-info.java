/// Pen as meant: names resolved within a package.
@NullMarked
package nib.engine.types;

import org.jspecify.annotations.NullMarked;
