#include "runtime.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The linker takes a strong definition of an archive over these. */
#define REPLACEABLE __attribute__((weak))

static atomic_size_t live_blocks;

static _Noreturn void stop(const char *why) {
  fputs(why, stderr);
  fputc('\n', stderr);
  abort();
}

REPLACEABLE void *_pen_malloc(size_t size) {
  void *block = malloc(size == 0 ? 1 : size);
  if (block == NULL) {
    stop("out of memory");
  }
  atomic_fetch_add_explicit(&live_blocks, 1, memory_order_relaxed);
  return block;
}

REPLACEABLE void *_pen_realloc(void *block, size_t size) {
  if (block == NULL) {
    return _pen_malloc(size);
  }
  void *moved = realloc(block, size == 0 ? 1 : size);
  if (moved == NULL) {
    stop("out of memory");
  }
  return moved;
}

REPLACEABLE void _pen_free(void *block) {
  if (block != NULL) {
    atomic_fetch_sub_explicit(&live_blocks, 1, memory_order_relaxed);
    free(block);
  }
}

REPLACEABLE _Noreturn void _pen_unreachable(void) {
  stop("code that cannot be reached was reached");
}

REPLACEABLE void _pen_debug(pen_string *message) {
  fwrite(nib_string_bytes(message), 1, nib_string_length(message), stderr);
  fputc('\n', stderr);
  nib_string_drop(message);
}

size_t nib_live_blocks(void) {
  return atomic_load_explicit(&live_blocks, memory_order_relaxed);
}

/* The count word c of a block, by the ABI:
 *
 *     c >= 0                       one thread owns the block; c + 1 references
 *     c < 0, but not the minimum   threads share the block; -c references
 *     the minimum                  static: never written to, never freed
 */
typedef atomic_intptr_t count_word;

static count_word *count_of(pen_string *string) {
  return (count_word *)(void *)string - 1;
}

pen_string *nib_string_make(const uint8_t *bytes, size_t length) {
  if (length == 0) {
    return NULL;
  }
  if (length > SIZE_MAX - sizeof(count_word) - sizeof(pen_string)) {
    stop("out of memory");
  }
  count_word *count = _pen_malloc(sizeof(count_word) + sizeof(pen_string) + length);
  atomic_init(count, 0);
  pen_string *string = (void *)(count + 1);
  string->length = length;
  memcpy(string->bytes, bytes, length);
  return string;
}

size_t nib_string_length(const pen_string *string) {
  return string == NULL ? 0 : string->length;
}

const uint8_t *nib_string_bytes(const pen_string *string) {
  return string == NULL ? (const uint8_t *)"" : string->bytes;
}

static void drop_shared(count_word *count) {
  if (atomic_fetch_add_explicit(count, 1, memory_order_release) == -1) {
    /* What other threads did with the block happens before it goes. */
    atomic_thread_fence(memory_order_acquire);
    _pen_free(count);
  }
}

void nib_string_drop(pen_string *string) {
  if (string == NULL) {
    return;
  }
  count_word *count = count_of(string);
  intptr_t references = atomic_load_explicit(count, memory_order_relaxed);
  if (references == INTPTR_MIN) {
    return; /* perhaps in memory that nobody may write to */
  }
  if (references < 0) {
    drop_shared(count);
  } else if (references == 0) {
    _pen_free(count);
  } else {
    atomic_store_explicit(count, references - 1, memory_order_relaxed);
  }
}
