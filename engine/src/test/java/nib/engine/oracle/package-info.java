/// Tools that know the answer: compilers, archivers and listers of the system that tests run on.
@NullMarked
package nib.engine.oracle;

import org.jspecify.annotations.NullMarked;
