/// What an editor asks about a place in a module: types, definitions, names, usages.
@NullMarked
package nib.engine.assist;

import org.jspecify.annotations.NullMarked;
