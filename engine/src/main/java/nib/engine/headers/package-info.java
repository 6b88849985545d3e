/// The first bytes of archive members, field by field: what a person looks at where a reader says
/// that something is wrong.
@NullMarked
package nib.engine.headers;

import org.jspecify.annotations.NullMarked;
