/* A string and a record that several threads clone and drop at once. Exits with 0 when nothing is left
 * and nothing was freed too early. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "pen.h"

extern long live_blocks;

enum { THREADS = 4, ROUNDS = 20000 };

struct named {
  pen_string *name;
};

static void drop_named(void *record) {
  pen_string_drop(((struct named *)record)->name);
}

static void synchronize_named(void *record) {
  pen_string_synchronize(((struct named *)record)->name);
}

/* Owns the record that it is given. */
static void *share(void *argument) {
  struct named *record = (struct named *)argument;
  for (int i = 0; i < ROUNDS; i++) {
    struct named *again = (struct named *)pen_record_clone(record);
    pen_string *name = pen_string_clone(again->name);
    pen_record_drop(again, drop_named);
    if (pen_string_length(name) != 6) {
      abort();
    }
    pen_string_drop(name);
  }
  pen_record_drop(record, drop_named);
  return NULL;
}

int main(void) {
  pthread_t threads[THREADS];
  struct named *record = (struct named *)pen_block_new(sizeof(struct named));
  record->name = pen_string_from("shared");
  pen_record_synchronize(record, synchronize_named);
  for (int i = 0; i < THREADS; i++) {
    pthread_create(&threads[i], NULL, share, pen_record_clone(record));
  }
  pen_record_drop(record, drop_named);
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
  }
  if (live_blocks != 0) {
    printf("%ld blocks are left\n", live_blocks);
  }
  return live_blocks != 0;
}
