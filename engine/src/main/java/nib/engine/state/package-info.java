/// What Nib remembers between runs.
@NullMarked
package nib.engine.state;

import org.jspecify.annotations.NullMarked;
