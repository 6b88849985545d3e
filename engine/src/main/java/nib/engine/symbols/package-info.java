/// What a library holds; opens each member with the right reader.
@NullMarked
package nib.engine.symbols;

import org.jspecify.annotations.NullMarked;
