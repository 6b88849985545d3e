/// The border held against archives: verdicts and findings.
@NullMarked
package nib.engine.diagnosis;

import org.jspecify.annotations.NullMarked;
