/// Members and symbols of archives in one table, with a filter.
@NullMarked
package nib.app.symbols;

import org.jspecify.annotations.NullMarked;
