/// Bytes with bounds and order: the only package that touches raw memory.
@NullMarked
package nib.engine.binary;

import org.jspecify.annotations.NullMarked;
