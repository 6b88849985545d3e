/* What compiled Pen code and foreign code in trials expect from the program around them.
 *
 * A Pen string is a pointer to its length and its bytes, inside a block with a count word in front:
 *
 *     block:  [ intptr_t count ][ size_t length ][ bytes ... ]
 *                               ^ the value
 *
 * The empty string is NULL, or a block of length 0. A value moves to the function that it is passed
 * to: who gets a string drops it. */
#ifndef NIB_RUNTIME_H
#define NIB_RUNTIME_H

#include <stddef.h>
#include <stdint.h>

typedef struct pen_string {
  size_t length;
  uint8_t bytes[];
} pen_string;

/* What Pen objects call. An archive that defines one of these itself keeps its own. */
void *_pen_malloc(size_t size);
void *_pen_realloc(void *block, size_t size);
void _pen_free(void *block);
_Noreturn void _pen_unreachable(void);
void _pen_debug(pen_string *message);

/* What the trial's worker calls, through names of their own. */

/* A new string that the caller owns; NULL where length is 0. */
pen_string *nib_string_make(const uint8_t *bytes, size_t length);
size_t nib_string_length(const pen_string *string);
const uint8_t *nib_string_bytes(const pen_string *string);
/* Gives up one reference. */
void nib_string_drop(pen_string *string);

/* How many blocks of _pen_malloc nobody has freed yet. */
size_t nib_live_blocks(void);

#endif
