/* The foreign border of the Pen package `names`. Written by nib header. It may be included again,
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

/* `core` of Names.pen, counted. */
#ifndef PEN_RECORD_core2
#define PEN_RECORD_core2 0x8b2f9360
struct core2 {
  struct usize2 *usize;
};
#elif PEN_RECORD_core2 != 0x8b2f9360
#error "`struct core2` has other fields in another package's header: include that in another file"
#endif

/* `pool` of Names.pen, counted. */
#ifndef PEN_RECORD_pool
#define PEN_RECORD_pool 0x3e15ec59
struct pool {
  double size;
};
#elif PEN_RECORD_pool != 0x3e15ec59
#error "`struct pool` has other fields in another package's header: include that in another file"
#endif

/* `usize` of Names.pen, counted. */
#ifndef PEN_RECORD_usize2
#define PEN_RECORD_usize2 0x33303848
struct usize2 {
  double u8;
};
#elif PEN_RECORD_usize2 != 0x33303848
#error "`struct usize2` has other fields in another package's header: include that in another file"
#endif

/* `imports` of Names.pen, counted. */
#ifndef PEN_RECORD_imports2
#define PEN_RECORD_imports2 0x407d25e7
struct imports2 {
  double f64;
};
#elif PEN_RECORD_imports2 != 0x407d25e7
#error "`struct imports2` has other fields in another package's header: include that in another file"
#endif

/* `Returned` of Names.pen, counted. */
#ifndef PEN_RECORD_Returned2
#define PEN_RECORD_Returned2 0xffb7b257
struct Returned2 {
  bool bool_;
};
#elif PEN_RECORD_Returned2 != 0xffb7b257
#error "`struct Returned2` has other fields in another package's header: include that in another file"
#endif

/* `PenHamt` of Names.pen, counted. */
#ifndef PEN_RECORD_PenHamt2
#define PEN_RECORD_PenHamt2 0x4721e5fe
struct PenHamt2 {
  pen_string *ffi;
};
#elif PEN_RECORD_PenHamt2 != 0x4721e5fe
#error "`struct PenHamt2` has other fields in another package's header: include that in another file"
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
PEN_ASSERT(sizeof(struct core2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct core2) == 8);
PEN_ASSERT(offsetof(struct core2, usize) == 0);
PEN_ASSERT(sizeof(struct pool) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct pool) == 8);
PEN_ASSERT(offsetof(struct pool, size) == 0);
PEN_ASSERT(sizeof(struct usize2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct usize2) == 8);
PEN_ASSERT(offsetof(struct usize2, u8) == 0);
PEN_ASSERT(sizeof(struct imports2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct imports2) == 8);
PEN_ASSERT(offsetof(struct imports2, f64) == 0);
PEN_ASSERT(sizeof(struct Returned2) == 1);
PEN_ASSERT(PEN_ALIGNOF(struct Returned2) == 1);
PEN_ASSERT(offsetof(struct Returned2, bool_) == 0);
PEN_ASSERT(sizeof(struct PenHamt2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct PenHamt2) == 8);
PEN_ASSERT(offsetof(struct PenHamt2, ffi) == 0);
#elif defined(__i386__)
PEN_ASSERT(sizeof(struct core2) == 4);
PEN_ASSERT(PEN_ALIGNOF(struct core2) == 4);
PEN_ASSERT(offsetof(struct core2, usize) == 0);
PEN_ASSERT(sizeof(struct pool) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct pool) == 4);
PEN_ASSERT(offsetof(struct pool, size) == 0);
PEN_ASSERT(sizeof(struct usize2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct usize2) == 4);
PEN_ASSERT(offsetof(struct usize2, u8) == 0);
PEN_ASSERT(sizeof(struct imports2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct imports2) == 4);
PEN_ASSERT(offsetof(struct imports2, f64) == 0);
PEN_ASSERT(sizeof(struct Returned2) == 1);
PEN_ASSERT(PEN_ALIGNOF(struct Returned2) == 1);
PEN_ASSERT(offsetof(struct Returned2, bool_) == 0);
PEN_ASSERT(sizeof(struct PenHamt2) == 4);
PEN_ASSERT(PEN_ALIGNOF(struct PenHamt2) == 4);
PEN_ASSERT(offsetof(struct PenHamt2, ffi) == 0);
#elif defined(__wasm32__)
PEN_ASSERT(sizeof(struct core2) == 4);
PEN_ASSERT(PEN_ALIGNOF(struct core2) == 4);
PEN_ASSERT(offsetof(struct core2, usize) == 0);
PEN_ASSERT(sizeof(struct pool) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct pool) == 8);
PEN_ASSERT(offsetof(struct pool, size) == 0);
PEN_ASSERT(sizeof(struct usize2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct usize2) == 8);
PEN_ASSERT(offsetof(struct usize2, u8) == 0);
PEN_ASSERT(sizeof(struct imports2) == 8);
PEN_ASSERT(PEN_ALIGNOF(struct imports2) == 8);
PEN_ASSERT(offsetof(struct imports2, f64) == 0);
PEN_ASSERT(sizeof(struct Returned2) == 1);
PEN_ASSERT(PEN_ALIGNOF(struct Returned2) == 1);
PEN_ASSERT(offsetof(struct Returned2, bool_) == 0);
PEN_ASSERT(sizeof(struct PenHamt2) == 4);
PEN_ASSERT(PEN_ALIGNOF(struct PenHamt2) == 4);
PEN_ASSERT(offsetof(struct PenHamt2, ffi) == 0);
#endif

#ifndef PEN_PREFIX
#define PEN_TEXT_(words) #words
#define PEN_TEXT(words) PEN_TEXT_(words)
#define PEN_PREFIX PEN_TEXT(__USER_LABEL_PREFIX__)
#endif

/* Imported by Pen: the foreign library defines these.
  Those with a pen_stack are of the native convention: they return nothing, and end by calling
  their second argument, the continuation, with the stack and the result, if there is one. */
struct pool *pool(struct core2 *a);
pen_any ffi(struct imports2 *a, double b);
struct Returned2 *f64(struct Returned2 *a);
bool bool_(double a, struct PenHamt2 *b) __asm__(PEN_PREFIX "bool");
void Returned(pen_stack *stack, void (*k)(pen_stack *, pen_any), struct pool *a);

/* Exported by Pen: foreign code may call these. */
pen_any core(struct core2 *x);

#ifdef __cplusplus
}
#endif
