/* pen.h: values of the language Pen, for libraries in C and C++ that Pen programs import.
 *
 * C11 and C++17, gcc and clang. Everything here is inline: include it where it is needed, and link
 * nothing more than what every Pen program has.
 *
 * Three rules hold everywhere (they are Pen's own, for both calling conventions):
 *
 * 1. A function owns its arguments. What Pen passes has to be dropped, returned or kept.
 * 2. A caller owns the result.
 * 3. What is read out of a record, a string or an `any` is borrowed: clone it before it is kept, and
 *    before what it was read from is dropped.
 *
 * Functions here follow them too, unless they say "borrows".
 */
#ifndef PEN_H
#define PEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Where a word has 32 bits, little works: on i686 Pen's compiler has each `any`, and all arguments of
 * native functions, elsewhere than C; on WebAssembly each `any` of native functions, and the count of
 * errors and of records with a `number` or an `any` is not where it is looked for. Strings do work. */
#if UINTPTR_MAX <= 0xffffffff && !defined(PEN_ALLOW_32_BITS)
#error "Pen does not work with C where a word has 32 bits, but for strings: define PEN_ALLOW_32_BITS for these"
#endif

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

/* Memory ------------------------------------------------------------------------------------------ */

/* Every Pen program brings these. They are one allocator with each library's own: blocks made by
 * one side are freed by the other. `_pen_malloc` aligns by 8 at least and does not return null. */
void *_pen_malloc(size_t size);
void *_pen_realloc(void *old, size_t size);
void _pen_free(void *block);

/* Counts of references ---------------------------------------------------------------------------- */

/* The count stands in the word before what a pointer points to. */
typedef enum pen_count_state {
  PEN_COUNT_LOCAL,        /* one thread: the word is the number of other references */
  PEN_COUNT_SYNCHRONIZED, /* several threads: the word is -1 less the number of other references */
  PEN_COUNT_STATIC        /* never changed, never freed: the word is INTPTR_MIN */
} pen_count_state;

/* Where the count of a counted value is. Borrows `value`, which is not null. */
static inline intptr_t *pen_count_word(const void *value) {
  return (intptr_t *)(uintptr_t)value - 1;
}

/* Borrows `value`, which is not null. */
static inline pen_count_state pen_count_state_of(const void *value) {
  intptr_t count = __atomic_load_n(pen_count_word(value), __ATOMIC_RELAXED);
  return count >= 0 ? PEN_COUNT_LOCAL : count == INTPTR_MIN ? PEN_COUNT_STATIC : PEN_COUNT_SYNCHRONIZED;
}

/* A new block with one reference, for `size` bytes that the caller fills. Not for strings. */
static inline void *pen_block_new(size_t size) {
  intptr_t *block = (intptr_t *)_pen_malloc(sizeof(intptr_t) + size);
  *block = 0;
  return block + 1;
}

/* One reference more. Borrows `value`, which may be null; its type does not matter. */
static inline void pen_block_clone(const void *value) {
  if (!value) {
    return;
  }
  intptr_t *word = pen_count_word(value);
  intptr_t count = __atomic_load_n(word, __ATOMIC_RELAXED);
  if (count >= 0) {
    __atomic_store_n(word, count + 1, __ATOMIC_RELAXED);
  } else if (count != INTPTR_MIN) {
    __atomic_fetch_sub(word, 1, __ATOMIC_RELAXED);
  }
}

/* One reference less. True when it was the last: then the caller drops what is inside and calls
 * `pen_block_free`. `value` may be null. */
static inline bool pen_block_release(const void *value) {
  if (!value) {
    return false;
  }
  intptr_t *word = pen_count_word(value);
  intptr_t count = __atomic_load_n(word, __ATOMIC_RELAXED);
  if (count > 0) {
    __atomic_store_n(word, count - 1, __ATOMIC_RELAXED);
    return false;
  }
  if (count == 0) {
    return true;
  }
  if (count == INTPTR_MIN || __atomic_fetch_add(word, 1, __ATOMIC_RELEASE) != -1) {
    return false;
  }
  (void)__atomic_load_n(word, __ATOMIC_ACQUIRE); /* what the others did before they dropped it */
  return true;
}

/* Frees a block that `pen_block_release` said was the last reference to. */
static inline void pen_block_free(void *value) {
  _pen_free(pen_count_word(value));
}

/* Makes the count fit for several threads. True when what is inside has to be made so as well; false
 * when that has been done. To be called before another thread gets the value. May be null. */
static inline bool pen_block_synchronize(const void *value) {
  if (!value) {
    return false;
  }
  intptr_t *word = pen_count_word(value);
  intptr_t count = __atomic_load_n(word, __ATOMIC_RELAXED);
  if (count < 0) {
    return false;
  }
  __atomic_store_n(word, -1 - count, __ATOMIC_RELAXED);
  return true;
}

/* Whether this is the only reference, so that the value may be changed in place. Borrows. */
static inline bool pen_block_is_unique(const void *value) {
  if (!value) {
    return false;
  }
  intptr_t count = __atomic_load_n(pen_count_word(value), __ATOMIC_ACQUIRE);
  return count == 0 || count == -1;
}

/* Strings ----------------------------------------------------------------------------------------- */

/* A new string with a copy of these bytes. Borrows `bytes`. Null, the empty string, for no bytes. */
static inline pen_string *pen_string_new(const void *bytes, size_t length) {
  if (length == 0) {
    return NULL;
  }
  pen_string *string = (pen_string *)pen_block_new(sizeof(pen_string) + length);
  string->length = length;
  memcpy(string + 1, bytes, length);
  return string;
}

/* A new string with a copy of a text that ends with a zero byte, which is left out. Borrows. */
static inline pen_string *pen_string_from(const char *text) {
  return pen_string_new(text, strlen(text));
}

/* The number of bytes. Borrows. */
static inline size_t pen_string_length(const pen_string *string) {
  return string ? string->length : 0;
}

/* The bytes, which live as long as the string does and must not be changed. Not null, and not
 * terminated. Borrows. */
static inline const uint8_t *pen_string_bytes(const pen_string *string) {
  return string ? (const uint8_t *)(string + 1) : (const uint8_t *)"";
}

/* Borrows both. */
static inline bool pen_string_equals(const pen_string *one, const pen_string *other) {
  size_t length = pen_string_length(one);
  return length == pen_string_length(other)
      && memcmp(pen_string_bytes(one), pen_string_bytes(other), length) == 0;
}

/* The same string, one reference more. Borrows. */
static inline pen_string *pen_string_clone(pen_string *string) {
  pen_block_clone(string);
  return string;
}

/* One reference less; the last one frees it. */
static inline void pen_string_drop(pen_string *string) {
  if (pen_block_release(string)) {
    pen_block_free(string);
  }
}

/* Borrows. */
static inline void pen_string_synchronize(pen_string *string) {
  (void)pen_block_synchronize(string);
}

/* Any --------------------------------------------------------------------------------------------- */

/* The same value, one reference more. Borrows. */
static inline pen_any pen_any_clone(pen_any value) {
  pen_any clone = {value.type, value.type->clone(value.payload)};
  return clone;
}

/* One reference less, of what has references. */
static inline void pen_any_drop(pen_any value) {
  value.type->drop(value.payload);
}

/* Borrows. */
static inline void pen_any_synchronize(pen_any value) {
  value.type->synchronize(value.payload);
}

/* What the package `ffi` of Pen brings: each makes an `any` of a value, or of an `any` a value. Those
 * that make a value of an `any` of another dynamic type give false, 0, "", an empty list or some
 * error; ask first. */
bool pen_ffi_any_is_boolean(pen_any value);
bool pen_ffi_any_is_error(pen_any value);
bool pen_ffi_any_is_list(pen_any value);
bool pen_ffi_any_is_none(pen_any value);
bool pen_ffi_any_is_number(pen_any value);
bool pen_ffi_any_is_string(pen_any value);
bool pen_ffi_any_to_boolean(pen_any value);
pen_error *pen_ffi_any_to_error(pen_any value);
pen_list *pen_ffi_any_to_list(pen_any value);
double pen_ffi_any_to_number(pen_any value);
pen_string *pen_ffi_any_to_string(pen_any value);
pen_any pen_ffi_boolean_to_any(bool value);
pen_any pen_ffi_error_to_any(pen_error *value);
pen_any pen_ffi_list_to_any(pen_list *value);
pen_any pen_ffi_none_to_any(void);
pen_any pen_ffi_number_to_any(double value);
pen_any pen_ffi_string_to_any(pen_string *value);

/* Records ----------------------------------------------------------------------------------------- */

/* A record is a block with its fields as a C structure; `nib header` writes the structures of a
 * package. Make one with `pen_block_new(sizeof(struct Name))`, and set every field. */

/* The same record, one reference more. Borrows. */
static inline void *pen_record_clone(void *record) {
  pen_block_clone(record);
  return record;
}

/* `drop_fields` drops what the fields refer to, of a record that nobody has any more; it may be null
 * where the fields are all numbers and booleans. */
static inline void pen_record_drop(void *record, void (*drop_fields)(void *record)) {
  if (pen_block_release(record)) {
    if (drop_fields) {
      drop_fields(record);
    }
    pen_block_free(record);
  }
}

/* `synchronize_fields` does the same to what the fields refer to; it may be null. Borrows. */
static inline void pen_record_synchronize(void *record, void (*synchronize_fields)(void *record)) {
  if (pen_block_synchronize(record) && synchronize_fields) {
    synchronize_fields(record);
  }
}

/* Errors ------------------------------------------------------------------------------------------ */

/* A new error. Pen keeps no errors in errors: `source` should be none. */
static inline pen_error *pen_error_new(pen_any source) {
  pen_error *error = (pen_error *)pen_block_new(sizeof(pen_error));
  error->source = source;
  return error;
}

/* The same error, one reference more. Borrows. */
static inline pen_error *pen_error_clone(pen_error *error) {
  pen_block_clone(error);
  return error;
}

/* One reference less; the last one drops its source and frees it. */
static inline void pen_error_drop(pen_error *error) {
  if (pen_block_release(error)) {
    pen_any_drop(error->source);
    pen_block_free(error);
  }
}

/* Borrows. */
static inline void pen_error_synchronize(pen_error *error) {
  if (pen_block_synchronize(error)) {
    pen_any_synchronize(error->source);
  }
}

/* The native convention's stack -------------------------------------------------------------------- */

/* Entries are rounded up to words, and only aligned to them. */
static inline size_t pen_stack_rounded(size_t size) {
  return (size + sizeof(void *) - 1) / sizeof(void *) * sizeof(void *);
}

/* An empty stack. Free it with `pen_stack_free`. */
static inline pen_stack pen_stack_new(void) {
  pen_stack stack = {(uint8_t *)_pen_malloc(64), 0, 64};
  return stack;
}

/* Frees the memory of a stack. Entries on it are bytes: drop what they own before. */
static inline void pen_stack_free(pen_stack *stack) {
  _pen_free(stack->base);
  stack->base = NULL;
  stack->size = 0;
  stack->capacity = 0;
}

/* Copies `size` bytes on top, and makes room where there is none: addresses of entries change then. */
static inline void pen_stack_push(pen_stack *stack, const void *entry, size_t size) {
  size_t rounded = pen_stack_rounded(size);
  while (stack->capacity - stack->size < rounded) {
    stack->capacity = stack->capacity ? 2 * stack->capacity : 64;
    stack->base = (uint8_t *)_pen_realloc(stack->base, stack->capacity);
  }
  if (size) {
    memcpy(stack->base + stack->size, entry, size);
  }
  stack->size += rounded;
}

/* Takes the topmost entry off, which was pushed with the same `size`, and copies it. */
static inline void pen_stack_pop(pen_stack *stack, void *entry, size_t size) {
  stack->size -= pen_stack_rounded(size);
  if (size) {
    memcpy(entry, stack->base + stack->size, size);
  }
}

/* Function values --------------------------------------------------------------------------------- */

/* A new function value with room for an environment, which the caller fills (see
 * `pen_closure_environment`). `entry` is a function of the native convention that gets the function
 * value as its third argument:
 *
 *     void entry(pen_stack *stack, void (*k)(pen_stack *, R), pen_closure *self, A1 a1, ...);
 *
 * It owns `self` and its arguments, and ends by calling `k(stack, result)`, without the result where
 * that is none. `metadata` drops and synchronizes the environment; it lives as long as the program. */
static inline pen_closure *pen_closure_new(
    void (*entry)(void), const pen_closure_metadata *metadata, size_t environment) {
  pen_closure *closure = (pen_closure *)pen_block_new(sizeof(pen_closure) + environment);
  closure->entry = entry;
  closure->metadata = metadata;
  return closure;
}

/* What a function value that C made captured. Borrows. */
static inline void *pen_closure_environment(pen_closure *closure) {
  return closure + 1;
}

/* The same function value, one reference more. Borrows. */
static inline pen_closure *pen_closure_clone(pen_closure *closure) {
  pen_block_clone(closure);
  return closure;
}

/* One reference less; the last one drops what it captured and frees it. */
static inline void pen_closure_drop(pen_closure *closure) {
  if (pen_block_release(closure)) {
    __atomic_load_n(&closure->metadata, __ATOMIC_RELAXED)->drop(closure);
    pen_block_free(closure);
  }
}

/* Borrows. */
static inline void pen_closure_synchronize(pen_closure *closure) {
  if (pen_block_synchronize(closure)) {
    __atomic_load_n(&closure->metadata, __ATOMIC_RELAXED)->synchronize(closure);
  }
}

/* Its code. Borrows. A thunk's code changes while another thread runs it. */
static inline void (*pen_closure_entry(pen_closure *closure))(void) {
  return __atomic_load_n(&closure->entry, __ATOMIC_ACQUIRE);
}

/* Functions that call function values, by the number of their parameters. Written at the top level of
 * a file,
 *
 *     PEN_DEFINE_CALL_2(call_it, double, pen_string *, pen_any)
 *
 * defines `static inline double call_it(pen_closure *closure, pen_string *, pen_any)`. It owns the
 * function value and the arguments: clone it first where it is called again. The result is the
 * caller's. Functions without a result: `PEN_DEFINE_CALL_NONE_0` and so on.
 *
 * What is called must not wait for anything (Pen's own functions that do are those of asynchronous
 * system packages): then the result would be zero bytes. */
#define PEN_DEFINE_CONTINUATION_(name, R)                   \
  static void name##_continue(pen_stack *stack, R result) { \
    R *place;                                               \
    pen_stack_pop(stack, &place, sizeof place);             \
    *place = result;                                        \
  }
#define PEN_DEFINE_CALL_(name, R, parameters, types, arguments)                             \
  PEN_DEFINE_CONTINUATION_(name, R)                                                         \
  static inline R name parameters {                                                         \
    R result;                                                                               \
    R *place = &result;                                                                     \
    memset(&result, 0, sizeof result);                                                      \
    pen_stack own = pen_stack_new();                                                        \
    pen_stack *stack = &own;                                                                \
    void (*k)(pen_stack *, R) = name##_continue;                                            \
    pen_stack_push(stack, &place, sizeof place);                                            \
    ((void (*) types)pen_closure_entry(closure)) arguments;                                 \
    pen_stack_free(stack);                                                                  \
    return result;                                                                          \
  }
#define PEN_DEFINE_CALL_NONE_(name, parameters, types, arguments)       \
  static void name##_continue(pen_stack *stack) { (void)stack; }        \
  static inline void name parameters {                                  \
    pen_stack own = pen_stack_new();                                    \
    pen_stack *stack = &own;                                            \
    void (*k)(pen_stack *) = name##_continue;                           \
    ((void (*) types)pen_closure_entry(closure)) arguments;             \
    pen_stack_free(stack);                                              \
  }
#define PEN_DEFINE_CALL_0(name, R)                                     \
  PEN_DEFINE_CALL_(                                                    \
      name, R, (pen_closure * closure),                                \
      (pen_stack *, void (*)(pen_stack *, R), pen_closure *),          \
      (stack, k, closure))
#define PEN_DEFINE_CALL_1(name, R, A)                                  \
  PEN_DEFINE_CALL_(                                                    \
      name, R, (pen_closure * closure, A a),                           \
      (pen_stack *, void (*)(pen_stack *, R), pen_closure *, A),       \
      (stack, k, closure, a))
#define PEN_DEFINE_CALL_2(name, R, A, B)                               \
  PEN_DEFINE_CALL_(                                                    \
      name, R, (pen_closure * closure, A a, B b),                      \
      (pen_stack *, void (*)(pen_stack *, R), pen_closure *, A, B),    \
      (stack, k, closure, a, b))
#define PEN_DEFINE_CALL_3(name, R, A, B, C)                            \
  PEN_DEFINE_CALL_(                                                    \
      name, R, (pen_closure * closure, A a, B b, C c),                 \
      (pen_stack *, void (*)(pen_stack *, R), pen_closure *, A, B, C), \
      (stack, k, closure, a, b, c))
#define PEN_DEFINE_CALL_NONE_0(name)                                   \
  PEN_DEFINE_CALL_NONE_(                                               \
      name, (pen_closure * closure),                                   \
      (pen_stack *, void (*)(pen_stack *), pen_closure *),             \
      (stack, k, closure))
#define PEN_DEFINE_CALL_NONE_1(name, A)                                \
  PEN_DEFINE_CALL_NONE_(                                               \
      name, (pen_closure * closure, A a),                              \
      (pen_stack *, void (*)(pen_stack *), pen_closure *, A),          \
      (stack, k, closure, a))
#define PEN_DEFINE_CALL_NONE_2(name, A, B)                             \
  PEN_DEFINE_CALL_NONE_(                                               \
      name, (pen_closure * closure, A a, B b),                         \
      (pen_stack *, void (*)(pen_stack *), pen_closure *, A, B),       \
      (stack, k, closure, a, b))

/* Lists ------------------------------------------------------------------------------------------- */

/* What the package `ffi` of Pen brings. Elements are `any`, whatever the list's type says. */
pen_list *pen_ffi_list_create(void);
pen_list *pen_ffi_list_prepend(pen_any first, pen_list *rest);
/* `elements` is a function without parameters that gives a list; it is called once, or never. */
pen_list *pen_ffi_list_lazy(pen_closure *elements);

/* The first element and the rest. When `ok` is false the list was empty, and the others are there but
 * mean nothing. `first` is a function without parameters that gives an `any`. The name is the one
 * that it has in the package `ffi`. */
#ifndef PEN_RECORD_firstRest
#define PEN_RECORD_firstRest 0x82291aa3
struct firstRest {
  bool ok;
  pen_closure *first;
  pen_list *rest;
};
#elif PEN_RECORD_firstRest != 0x82291aa3
#error "`struct firstRest` has other fields in another package's header: include that in another file"
#endif
typedef struct firstRest pen_first_rest;

/* Native. */
void pen_ffi_list_first_rest(
    pen_stack *stack, void (*k)(pen_stack *, pen_first_rest *), pen_list *list);

/* The same list, one reference more. Borrows. */
static inline pen_list *pen_list_clone(pen_list *list) {
  pen_block_clone(list);
  return list;
}

/* One reference less; the last one frees it. Elements that nobody looked at are never made. */
static inline void pen_list_drop(pen_list *list) {
  if (pen_block_release(list)) {
    pen_closure_drop(list->node);
    pen_block_free(list);
  }
}

/* Borrows. */
static inline void pen_list_synchronize(pen_list *list) {
  if (pen_block_synchronize(list)) {
    pen_closure_synchronize(list->node);
  }
}

PEN_DEFINE_CALL_0(pen_list_element_, pen_any)
PEN_DEFINE_CONTINUATION_(pen_list_first_rest_, pen_first_rest *)

/* Takes a list apart. False when it was empty, and then nothing is written. Else the first element and
 * the rest are the caller's. To go through a list:
 *
 *     for (pen_any one; pen_list_next(&list, &one); pen_any_drop(one)) { ... }
 *
 * which leaves `list` null: the list that was there is owned. Like all calls of function values this
 * must not meet elements that wait. */
static inline bool pen_list_next(pen_list **list, pen_any *first) {
  pen_first_rest *found = NULL;
  pen_first_rest **place = &found;
  pen_stack stack = pen_stack_new();
  pen_stack_push(&stack, &place, sizeof place);
  pen_ffi_list_first_rest(&stack, pen_list_first_rest__continue, *list);
  pen_stack_free(&stack);
  *list = NULL;
  bool ok = found->ok;
  if (ok) {
    *list = pen_list_clone(found->rest);
    *first = pen_list_element_(pen_closure_clone(found->first));
  }
  if (pen_block_release(found)) {
    pen_closure_drop(found->first);
    pen_list_drop(found->rest);
    pen_block_free(found);
  }
  return ok;
}

/* Maps -------------------------------------------------------------------------------------------- */

/* The same map, one reference more. Borrows. */
static inline pen_map *pen_map_clone(pen_map *map) {
  pen_block_clone(map);
  return map;
}

/* One reference less; the last one drops its entries and frees it. */
static inline void pen_map_drop(pen_map *map) {
  if (pen_block_release(map)) {
    if (pen_block_release(map->hamt)) {
      for (int i = 0; i < 32; i++) {
        pen_any_drop(((pen_any *)map->hamt)[i]);
      }
      pen_block_free(map->hamt);
    }
    pen_block_free(map);
  }
}

/* Borrows. */
static inline void pen_map_synchronize(pen_map *map) {
  if (pen_block_synchronize(map) && pen_block_synchronize(map->hamt)) {
    for (int i = 0; i < 32; i++) {
      pen_any_synchronize(((pen_any *)map->hamt)[i]);
    }
  }
}

#ifdef __cplusplus
}
#endif

#endif /* PEN_H */
