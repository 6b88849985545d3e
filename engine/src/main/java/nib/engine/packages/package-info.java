/// Pen packages on disk: their `pen.json`, their modules, what they depend on, and what imports
/// find.
@NullMarked
package nib.engine.packages;

import org.jspecify.annotations.NullMarked;
