/// Every symbol of one or several libraries as columns of numbers, with each name kept once: what a
/// table of a million rows filters, sorts and shows.
@NullMarked
package nib.engine.catalog;

import org.jspecify.annotations.NullMarked;
