/* The foreign border of the Pen package `layouts`. Written by nib header. It may be included again,
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

/* `Mixed` of Layouts.pen, counted. */
#ifndef PEN_RECORD_Mixed
#define PEN_RECORD_Mixed 0xaa05ec86
struct Mixed {
  bool flag;
  double size;
  bool off;
  pen_any value;
  bool on;
  pen_string *name;
};
#elif PEN_RECORD_Mixed != 0xaa05ec86
#error "`struct Mixed` has other fields in another package's header: include that in another file"
#endif

/* `Small` of Layouts.pen, counted. */
#ifndef PEN_RECORD_Small
#define PEN_RECORD_Small 0x37b225c8
struct Small {
  bool a;
  bool b;
  bool c;
};
#elif PEN_RECORD_Small != 0x37b225c8
#error "`struct Small` has other fields in another package's header: include that in another file"
#endif

/* `Twin` of Layouts.pen, counted. */
#ifndef PEN_RECORD_Layouts_Twin
#define PEN_RECORD_Layouts_Twin 0x15938d55
struct Layouts_Twin {
  struct Other_Twin *other;
  double class_;
  bool linux_;
};
#elif PEN_RECORD_Layouts_Twin != 0x15938d55
#error "`struct Layouts_Twin` has other fields in another package's header: include that in another file"
#endif

/* `Twin` of Other.pen, counted. */
#ifndef PEN_RECORD_Other_Twin
#define PEN_RECORD_Other_Twin 0x37841d15
struct Other_Twin {
  pen_any Deep;
};
#elif PEN_RECORD_Other_Twin != 0x37841d15
#error "`struct Other_Twin` has other fields in another package's header: include that in another file"
#endif

/* `double` of Layouts.pen, counted. */
#ifndef PEN_RECORD_double_
#define PEN_RECORD_double_ 0x32d0790b
struct double_ {
  pen_any union_;
  pen_list *list;
  pen_map *map;
  pen_closure *function;
  pen_error *error;
};
#elif PEN_RECORD_double_ != 0x32d0790b
#error "`struct double_` has other fields in another package's header: include that in another file"
#endif

/* `Blank` of Layouts.pen, counted. */
struct Blank; /* none of its fields takes space */

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
PEN_ASSERT(sizeof(struct Mixed) == 56);
PEN_ASSERT(PEN_ALIGNOF(struct Mixed) == 8);
PEN_ASSERT(offsetof(struct Mixed, flag) == 0);
PEN_ASSERT(offsetof(struct Mixed, size) == 8);
PEN_ASSERT(offsetof(struct Mixed, off) == 16);
PEN_ASSERT(offsetof(struct Mixed, value) == 24);
PEN_ASSERT(offsetof(struct Mixed, on) == 40);
PEN_ASSERT(offsetof(struct Mixed, name) == 48);
PEN_ASSERT(sizeof(struct Small) == 3);
PEN_ASSERT(PEN_ALIGNOF(struct Small) == 1);
PEN_ASSERT(offsetof(struct Small, a) == 0);
PEN_ASSERT(offsetof(struct Small, b) == 1);
PEN_ASSERT(offsetof(struct Small, c) == 2);
PEN_ASSERT(sizeof(struct Layouts_Twin) == 24);
PEN_ASSERT(PEN_ALIGNOF(struct Layouts_Twin) == 8);
PEN_ASSERT(offsetof(struct Layouts_Twin, other) == 0);
PEN_ASSERT(offsetof(struct Layouts_Twin, class_) == 8);
PEN_ASSERT(offsetof(struct Layouts_Twin, linux_) == 16);
PEN_ASSERT(sizeof(struct Other_Twin) == 16);
PEN_ASSERT(PEN_ALIGNOF(struct Other_Twin) == 8);
PEN_ASSERT(offsetof(struct Other_Twin, Deep) == 0);
PEN_ASSERT(sizeof(struct double_) == 48);
PEN_ASSERT(PEN_ALIGNOF(struct double_) == 8);
PEN_ASSERT(offsetof(struct double_, union_) == 0);
PEN_ASSERT(offsetof(struct double_, list) == 16);
PEN_ASSERT(offsetof(struct double_, map) == 24);
PEN_ASSERT(offsetof(struct double_, function) == 32);
PEN_ASSERT(offsetof(struct double_, error) == 40);
#elif defined(__i386__)
PEN_ASSERT(sizeof(struct Mixed) == 36);
PEN_ASSERT(PEN_ALIGNOF(struct Mixed) == 4);
PEN_ASSERT(offsetof(struct Mixed, flag) == 0);
PEN_ASSERT(offsetof(struct Mixed, size) == 4);
PEN_ASSERT(offsetof(struct Mixed, off) == 12);
PEN_ASSERT(offsetof(struct Mixed, value) == 16);
PEN_ASSERT(offsetof(struct Mixed, on) == 28);
PEN_ASSERT(offsetof(struct Mixed, name) == 32);
PEN_ASSERT(sizeof(struct Small) == 3);
PEN_ASSERT(PEN_ALIGNOF(struct Small) == 1);
PEN_ASSERT(offsetof(struct Small, a) == 0);
PEN_ASSERT(offsetof(struct Small, b) == 1);
PEN_ASSERT(offsetof(struct Small, c) == 2);
PEN_ASSERT(sizeof(struct Layouts_Twin) == 16);
PEN_ASSERT(PEN_ALIGNOF(struct Layouts_Twin) == 4);
PEN_ASSERT(offsetof(struct Layouts_Twin, other) == 0);
PEN_ASSERT(offsetof(struct Layouts_Twin, class_) == 4);
PEN_ASSERT(offsetof(struct Layouts_Twin, linux_) == 12);
PEN_ASSERT(sizeof(struct Other_Twin) == 12);
PEN_ASSERT(PEN_ALIGNOF(struct Other_Twin) == 4);
PEN_ASSERT(offsetof(struct Other_Twin, Deep) == 0);
PEN_ASSERT(sizeof(struct double_) == 28);
PEN_ASSERT(PEN_ALIGNOF(struct double_) == 4);
PEN_ASSERT(offsetof(struct double_, union_) == 0);
PEN_ASSERT(offsetof(struct double_, list) == 12);
PEN_ASSERT(offsetof(struct double_, map) == 16);
PEN_ASSERT(offsetof(struct double_, function) == 20);
PEN_ASSERT(offsetof(struct double_, error) == 24);
#elif defined(__wasm32__)
PEN_ASSERT(sizeof(struct Mixed) == 48);
PEN_ASSERT(PEN_ALIGNOF(struct Mixed) == 8);
PEN_ASSERT(offsetof(struct Mixed, flag) == 0);
PEN_ASSERT(offsetof(struct Mixed, size) == 8);
PEN_ASSERT(offsetof(struct Mixed, off) == 16);
PEN_ASSERT(offsetof(struct Mixed, value) == 24);
PEN_ASSERT(offsetof(struct Mixed, on) == 40);
PEN_ASSERT(offsetof(struct Mixed, name) == 44);
PEN_ASSERT(sizeof(struct Small) == 3);
PEN_ASSERT(PEN_ALIGNOF(struct Small) == 1);
PEN_ASSERT(offsetof(struct Small, a) == 0);
PEN_ASSERT(offsetof(struct Small, b) == 1);
PEN_ASSERT(offsetof(struct Small, c) == 2);
PEN_ASSERT(sizeof(struct Layouts_Twin) == 24);
PEN_ASSERT(PEN_ALIGNOF(struct Layouts_Twin) == 8);
PEN_ASSERT(offsetof(struct Layouts_Twin, other) == 0);
PEN_ASSERT(offsetof(struct Layouts_Twin, class_) == 8);
PEN_ASSERT(offsetof(struct Layouts_Twin, linux_) == 16);
PEN_ASSERT(sizeof(struct Other_Twin) == 16);
PEN_ASSERT(PEN_ALIGNOF(struct Other_Twin) == 8);
PEN_ASSERT(offsetof(struct Other_Twin, Deep) == 0);
PEN_ASSERT(sizeof(struct double_) == 32);
PEN_ASSERT(PEN_ALIGNOF(struct double_) == 8);
PEN_ASSERT(offsetof(struct double_, union_) == 0);
PEN_ASSERT(offsetof(struct double_, list) == 16);
PEN_ASSERT(offsetof(struct double_, map) == 20);
PEN_ASSERT(offsetof(struct double_, function) == 24);
PEN_ASSERT(offsetof(struct double_, error) == 28);
#endif

#ifndef PEN_PREFIX
#define PEN_TEXT_(words) #words
#define PEN_TEXT(words) PEN_TEXT_(words)
#define PEN_PREFIX PEN_TEXT(__USER_LABEL_PREFIX__)
#endif

/* Imported by Pen: the foreign library defines these. */
struct Layouts_Twin *mixed(struct Mixed *a, struct Small *b);
struct Blank *double_(struct double_ *a) __asm__(PEN_PREFIX "double");

/* Exported by Pen: foreign code may call these.
  Those with a pen_stack are of the native convention: they return nothing, and end by calling
  their second argument, the continuation, with the stack and the result, if there is one. */
void hidden(pen_string *stack, double k, bool linux_);
void waits(pen_stack *stack_, void (*k_)(pen_stack *, struct Small *), pen_string *stack, double k);

/* Left out. */
/* import Layouts.pen double: parameter `b` is `Empty` and is not passed */

#ifdef __cplusplus
}
#endif
