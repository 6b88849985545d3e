// Pen's strings in C.
//
// A string is a pointer to its length, and its bytes follow. One word before the length counts the
// references:
//
//         count          length     bytes
//       [ word ]       [ word ]   [ h e l l o ]        no terminator
//                      ^ the string
//
// The rules, all four of them:
//
// 1. The empty string may be NULL. It may also be a real block of length 0.
// 2. Arguments belong to the function that is called: it drops each of them once.
// 3. The result belongs to the caller.
// 4. A string's bytes do not change, unless nobody else has seen it yet.
//
// The count of a string of one thread is the number of references minus one. A string that threads
// share counts downwards from -1, in atomic steps. A static string has the least count there is: it
// is never changed, because it may lie in read-only memory, and never freed.

#ifndef PEN_STRING_H
#define PEN_STRING_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  size_t length;
  uint8_t bytes[];
} pen_string;

#define PEN_STATIC_COUNT INTPTR_MIN

// Pen's allocator. Every program with Pen code in it defines these two.
void *_pen_malloc(size_t size);
void _pen_free(void *block);

static inline size_t pen_string_length(const pen_string *string) {
  return string == NULL ? 0 : string->length;
}

static inline intptr_t *pen_string_count(pen_string *string) { return (intptr_t *)string - 1; }

// A new string of this length, to be filled before anybody sees it. NULL when it is empty or there
// is no memory left.
static inline pen_string *pen_string_new(size_t length) {
  const size_t header = sizeof(intptr_t) + sizeof(size_t);
  if (length == 0 || length > SIZE_MAX / 2 - header) {
    return NULL;
  }
  intptr_t *block = _pen_malloc(header + length);
  if (block == NULL) {
    return NULL;
  }
  *block = 0;
  pen_string *string = (pen_string *)(block + 1);
  string->length = length;
  return string;
}

// Gives one reference back. Whoever gives the last one back frees the block.
static inline void pen_string_drop(pen_string *string) {
  if (string == NULL) {
    return;
  }
  intptr_t *count = pen_string_count(string);
  intptr_t seen = __atomic_load_n(count, __ATOMIC_RELAXED);
  if (seen == PEN_STATIC_COUNT) {
    return;
  }
  if (seen > 0) {
    __atomic_store_n(count, seen - 1, __ATOMIC_RELAXED);
    return;
  }
  if (seen < 0 && __atomic_fetch_add(count, 1, __ATOMIC_ACQ_REL) != -1) {
    return;
  }
  _pen_free(count);
}

#endif
