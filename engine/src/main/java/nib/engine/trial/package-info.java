/// One foreign call in a process of its own: literals, linking, workers, outcomes. [TrialRunner] is
/// the door.
@NullMarked
package nib.engine.trial;

import org.jspecify.annotations.NullMarked;
