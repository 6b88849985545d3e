/// One search over entries, findings, symbols and commands.
@NullMarked
package nib.app.palette;

import org.jspecify.annotations.NullMarked;
