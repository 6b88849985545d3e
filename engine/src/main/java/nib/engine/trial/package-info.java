/// One foreign call in a process of its own: request, launcher, outcome.
@NullMarked
package nib.engine.trial;

import org.jspecify.annotations.NullMarked;
