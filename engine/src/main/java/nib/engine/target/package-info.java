/// Known targets: triples, aliases, and what their ABIs differ in, as data.
@NullMarked
package nib.engine.target;

import org.jspecify.annotations.NullMarked;
