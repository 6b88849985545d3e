/* Built with AddressSanitizer, which finds leaks, double frees and overruns by itself. */
#include "runtime.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                             \
  do {                                                               \
    if (!(condition)) {                                              \
      fprintf(stderr, "line %d: " #condition "\n", __LINE__);        \
      exit(1);                                                       \
    }                                                                \
  } while (0)

static intptr_t *count(pen_string *string) { return (intptr_t *)(void *)string - 1; }

static void makes_a_block_that_the_caller_owns(void) {
  const uint8_t bytes[] = {'a', 0, 0xff};
  pen_string *string = nib_string_make(bytes, sizeof bytes);
  CHECK(nib_live_blocks() == 1);
  CHECK(*count(string) == 0);
  CHECK(string->length == 3);
  CHECK(nib_string_length(string) == 3);
  CHECK(memcmp(nib_string_bytes(string), bytes, 3) == 0);
  nib_string_drop(string);
  CHECK(nib_live_blocks() == 0);
}

static void makes_no_block_for_the_empty_string(void) {
  CHECK(nib_string_make((const uint8_t *)"x", 0) == NULL);
  CHECK(nib_string_length(NULL) == 0);
  CHECK(nib_string_bytes(NULL) != NULL);
  nib_string_drop(NULL);
  CHECK(nib_live_blocks() == 0);
}

static void accepts_an_empty_block(void) {
  intptr_t *block = _pen_malloc(2 * sizeof(intptr_t));
  block[0] = 0;
  block[1] = 0;
  pen_string *string = (pen_string *)(void *)(block + 1);
  CHECK(nib_string_length(string) == 0);
  nib_string_drop(string);
  CHECK(nib_live_blocks() == 0);
}

static void counts_references_of_one_thread_upwards(void) {
  pen_string *string = nib_string_make((const uint8_t *)"twice", 5);
  *count(string) = 1;
  nib_string_drop(string);
  CHECK(*count(string) == 0);
  CHECK(nib_live_blocks() == 1);
  nib_string_drop(string);
  CHECK(nib_live_blocks() == 0);
}

static void counts_shared_references_downwards(void) {
  pen_string *string = nib_string_make((const uint8_t *)"shared", 6);
  *count(string) = -3;
  nib_string_drop(string);
  CHECK(*count(string) == -2);
  nib_string_drop(string);
  CHECK(*count(string) == -1);
  CHECK(nib_live_blocks() == 1);
  nib_string_drop(string);
  CHECK(nib_live_blocks() == 0);
}

static const struct {
  intptr_t count;
  size_t length;
  uint8_t bytes[8];
} fixed = {INTPTR_MIN, 5, "fixed"};

static void leaves_static_blocks_alone(void) {
  pen_string *string = (pen_string *)(uintptr_t)&fixed.length;
  nib_string_drop(string);
  nib_string_drop(string);
  CHECK(nib_string_length(string) == 5);
  CHECK(memcmp(nib_string_bytes(string), "fixed", 5) == 0);
}

static void moves_blocks_as_they_grow(void) {
  char *block = _pen_realloc(NULL, 4);
  memcpy(block, "abc", 4);
  block = _pen_realloc(block, 4096);
  CHECK(strcmp(block, "abc") == 0);
  CHECK(nib_live_blocks() == 1);
  _pen_free(block);
  _pen_free(NULL);
  CHECK(nib_live_blocks() == 0);
}

static void debug_takes_its_message(void) {
  _pen_debug(nib_string_make((const uint8_t *)"debugged", 8));
  _pen_debug(NULL);
  CHECK(nib_live_blocks() == 0);
}

int main(void) {
  makes_a_block_that_the_caller_owns();
  makes_no_block_for_the_empty_string();
  accepts_an_empty_block();
  counts_references_of_one_thread_upwards();
  counts_shared_references_downwards();
  leaves_static_blocks_alone();
  moves_blocks_as_they_grow();
  debug_takes_its_message();
  return 0;
}
