/// Tables whose rows can be copied as text, CSV or JSON.
@NullMarked
package nib.app.table;

import org.jspecify.annotations.NullMarked;
