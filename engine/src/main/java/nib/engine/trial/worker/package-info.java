/// The other process: the only package that sees JNA.
@NullMarked
package nib.engine.trial.worker;

import org.jspecify.annotations.NullMarked;
