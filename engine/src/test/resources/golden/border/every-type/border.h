/* The foreign border of the Pen package `every-type`. Written by nib header. It may be included again,
 * and beside those of other packages: what they have in common is defined once. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef PEN_TYPES
#define PEN_TYPES

/* A string: `length` bytes follow, not terminated. A null pointer is the empty string. */
typedef struct pen_string {
  size_t length;
} pen_string;

/* What a `pen_any` of one dynamic type is cloned, dropped and synchronized by. Types are told apart by
 * the address of theirs. `extra` is the compiler's own, and null in those made elsewhere. */
typedef struct pen_type_info {
  uint64_t (*clone)(uint64_t payload);
  void (*drop)(uint64_t payload);
  void (*synchronize)(uint64_t payload);
  const void *extra;
} pen_type_info;

/* A value of type `any`, or of any union: passed by value. */
typedef struct pen_any {
  const pen_type_info *type;
  uint64_t payload;
} pen_any;

typedef struct pen_closure pen_closure;

/* What a function value's environment is dropped and synchronized by. */
typedef struct pen_closure_metadata {
  void (*drop)(pen_closure *closure);
  void (*synchronize)(pen_closure *closure);
} pen_closure_metadata;

/* A function value: its code, then what it captured. The code may only be called as the native
 * convention has it. */
struct pen_closure {
  void (*entry)(void);
  const pen_closure_metadata *metadata;
};

/* A record of one field. */
typedef struct pen_error {
  pen_any source;
} pen_error;

/* A list, lazy and of any element type: use the functions below. */
typedef struct pen_list {
  pen_closure *node;
} pen_list;

/* A map: only Pen's own functions look into it. `hamt` is a counted block of 32 values. */
typedef struct pen_map {
  void *hamt;
  double size;
} pen_map;

/* The native convention's continuation stack. It grows upward from `base`. */
typedef struct pen_stack {
  uint8_t *base;
  size_t size;
  size_t capacity;
} pen_stack;

#endif /* PEN_TYPES */

/* `Circle` of Lib/Shape.pen, counted. */
#ifndef PEN_RECORD_Circle
#define PEN_RECORD_Circle 0x858fbc16
struct Circle {
  double Radius;
};
#elif PEN_RECORD_Circle != 0x858fbc16
#error "`struct Circle` has other fields in another package's header: include that in another file"
#endif

/* `Square` of Lib/Shape.pen, counted. */
#ifndef PEN_RECORD_Square
#define PEN_RECORD_Square 0x897fc9c3
struct Square {
  double Side;
};
#elif PEN_RECORD_Square != 0x897fc9c3
#error "`struct Square` has other fields in another package's header: include that in another file"
#endif

/* `mine2` of Every.pen, counted. */
#ifndef PEN_RECORD_mine2
#define PEN_RECORD_mine2 0xb5eecc27
struct mine2 {
  pen_list *next;
};
#elif PEN_RECORD_mine2 != 0xb5eecc27
#error "`struct mine2` has other fields in another package's header: include that in another file"
#endif

#ifndef PEN_ASSERT
#ifdef __cplusplus
#define PEN_ASSERT(condition) static_assert(condition, #condition)
#define PEN_ALIGNOF(type) alignof(type)
#else
#define PEN_ASSERT(condition) _Static_assert(condition, #condition)
#define PEN_ALIGNOF(type) _Alignof(type)
#endif
#endif
#if UINTPTR_MAX > 0xffffffff
PEN_ASSERT(sizeof(struct Circle) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct Circle) == 8);
PEN_ASSERT(offsetof(struct Circle, Radius) == 0);
PEN_ASSERT(sizeof(struct Square) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct Square) == 8);
PEN_ASSERT(offsetof(struct Square, Side) == 0);
PEN_ASSERT(sizeof(struct mine2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct mine2) == 8);
PEN_ASSERT(offsetof(struct mine2, next) == 0);
#elif defined(__i386__)
PEN_ASSERT(sizeof(struct Circle) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct Circle) == 4);
PEN_ASSERT(offsetof(struct Circle, Radius) == 0);
PEN_ASSERT(sizeof(struct Square) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct Square) == 4);
PEN_ASSERT(offsetof(struct Square, Side) == 0);
PEN_ASSERT(sizeof(struct mine2) == 4);
PEN_ASSERT(PEN_ALIGNOF(struct mine2) == 4);
PEN_ASSERT(offsetof(struct mine2, next) == 0);
#elif defined(__wasm32__)
PEN_ASSERT(sizeof(struct Circle) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct Circle) == 8);
PEN_ASSERT(offsetof(struct Circle, Radius) == 0);
PEN_ASSERT(sizeof(struct Square) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct Square) == 8);
PEN_ASSERT(offsetof(struct Square, Side) == 0);
PEN_ASSERT(sizeof(struct mine2) == 4);
PEN_ASSERT(PEN_ALIGNOF(struct mine2) == 4);
PEN_ASSERT(offsetof(struct mine2, next) == 0);
#endif

#ifndef PEN_PREFIX
#define PEN_TEXT_(words) #words
#define PEN_TEXT(words) PEN_TEXT_(words)
#define PEN_PREFIX PEN_TEXT(__USER_LABEL_PREFIX__)
#endif

/* Imported by Pen: the foreign library defines these.
  Those with a pen_stack are of the native convention: they return nothing, and end by calling
  their second argument, the continuation, with the stack and the result, if there is one. */
void scalars(double a, bool b);
void nothing(void);
pen_string *texts(pen_string *a, pen_error *b);
pen_list *collections(pen_list *a, pen_map *b);
double callback(pen_closure *a);
pen_any unions(pen_any a, pen_any b);
struct Circle *records(struct Circle *a, pen_any b);
double collapses(double a);
double double_(double a) __asm__(PEN_PREFIX "double");
double unused(double a);
void native(pen_stack *stack, void (*k)(pen_stack *, pen_string *), pen_string *a);
void suspend(pen_stack *stack, void (*k)(pen_stack *));
double mine(double a);

/* Exported by Pen: foreign code may call these.
  Those with a pen_stack are of the native convention: they return nothing, and end by calling
  their second argument, the continuation, with the stack and the result, if there is one. */
struct mine2 *exported(double int_, bool class_, pen_string *self);
void pure(pen_stack *stack, void (*k)(pen_stack *, pen_any), double x);

/* Left out. */
/* import Every.pen nothing: parameter `a` is `none` and is not passed */
/* import Every.pen nothing: parameter `b` is `Unit` and is not passed */
/* import Every.pen native: parameter `b` is `none` and is not passed */
/* import Every.pen foreigner: type `Context` is unknown: module `Os'Context` is not read */

#ifdef __cplusplus
}
#endif
