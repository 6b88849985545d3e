/// Pen as meant: what names refer to across modules and packages, types, and the rules of
/// declarations.
@NullMarked
package nib.engine.types;

import org.jspecify.annotations.NullMarked;
