/// Functions' bodies: every expression typed, every rule of the language held.
@NullMarked
package nib.engine.checking;

import org.jspecify.annotations.NullMarked;
