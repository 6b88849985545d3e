/// The façade: questions and answers in plain data, and the driver that runs the phases in order.
@NullMarked
package nib.engine;

import org.jspecify.annotations.NullMarked;
