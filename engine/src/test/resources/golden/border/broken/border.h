/* The foreign border of the Pen package `broken`. Written by nib header. It may be included again,
 * and beside those of other packages: what they have in common is defined once. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Imported by Pen: the foreign library defines these. */
double twice(double a);
double both(double a);
double agreed(double a);

/* Exported by Pen: foreign code may call these. */
double agreed(double x);

/* Left out. */
/* import Broken.pen unknown: type `Nowhere` is unknown: no type of that name can be seen here */
/* import Broken.pen gone: type `Gone` is unknown: module `'Missing` is not read */
/* import Broken.pen private: type `Other'secret` is unknown: no type of that name can be seen here */
/* import Broken.pen circular: type `a` is unknown: its definition is circular */
/* import Broken.pen value: `number` is not a function type */
/* import Broken.pen lost: type `?` is unknown: the type is missing */
/* import Other.pen twice: declared differently before */
/* export Other.pen both: declared differently before */

#ifdef __cplusplus
}
#endif
