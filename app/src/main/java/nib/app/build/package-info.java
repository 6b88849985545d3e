/// Choosing a target, trusting a script, running it and watching it run.
@NullMarked
package nib.app.build;

import org.jspecify.annotations.NullMarked;
