/// Pen as written: tokens, trees with holes, the parser.
@NullMarked
package nib.engine.syntax;

import org.jspecify.annotations.NullMarked;
