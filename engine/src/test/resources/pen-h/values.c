/* Values made, shared, synchronized and dropped. Exits with 0 when all was as it should be and nothing
 * is left. */
#include <stdio.h>
#include <stdlib.h>

#include "pen.h"

extern long live_blocks;

static int wrong;

#define CHECK(condition)                                                \
  do {                                                                  \
    if (!(condition)) {                                                 \
      printf("%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);  \
      wrong++;                                                          \
    }                                                                   \
  } while (0)

static void strings(void) {
  CHECK(pen_string_new("x", 0) == NULL);
  CHECK(pen_string_length(NULL) == 0 && pen_string_bytes(NULL) != NULL);
  pen_string_drop(pen_string_clone(NULL));
  pen_string *text = pen_string_from("Pen");
  CHECK(pen_string_length(text) == 3 && memcmp(pen_string_bytes(text), "Pen", 3) == 0);
  pen_string *zero = pen_string_new("a\0b", 3);
  CHECK(!pen_string_equals(text, zero) && pen_string_equals(text, text));
  CHECK(pen_string_equals(NULL, NULL) && !pen_string_equals(text, NULL));
  CHECK(pen_block_is_unique(text));
  pen_string *again = pen_string_clone(text);
  CHECK(again == text && !pen_block_is_unique(text) && *pen_count_word(text) == 1);
  pen_string_drop(again);
  CHECK(*pen_count_word(text) == 0);
  pen_string_drop(text);
  pen_string_drop(zero);
}

static const struct {
  intptr_t count;
  size_t length;
  uint8_t bytes[4];
} literal = {INTPTR_MIN, 4, {'t', 'e', 'x', 't'}};

static void counts(void) {
  pen_string *fixed = (pen_string *)(uintptr_t)&literal.length;
  CHECK(pen_count_state_of(fixed) == PEN_COUNT_STATIC && !pen_block_is_unique(fixed));
  pen_string_synchronize(fixed);
  pen_string_drop(pen_string_clone(fixed));
  pen_string_drop(fixed);
  CHECK(literal.count == INTPTR_MIN && pen_string_length(fixed) == 4);

  pen_string *shared = pen_string_from("shared");
  pen_string *second = pen_string_clone(shared);
  CHECK(pen_count_state_of(shared) == PEN_COUNT_LOCAL);
  pen_string_synchronize(shared);
  pen_string_synchronize(shared);
  CHECK(pen_count_state_of(shared) == PEN_COUNT_SYNCHRONIZED && *pen_count_word(shared) == -2);
  pen_string *third = pen_string_clone(shared);
  CHECK(*pen_count_word(shared) == -3);
  pen_string_drop(third);
  pen_string_drop(second);
  CHECK(*pen_count_word(shared) == -1 && pen_block_is_unique(shared));
  pen_string_drop(shared);
}

struct pair {
  pen_string *name;
  pen_any value;
  bool flag;
};

static void drop_pair(void *record) {
  struct pair *pair = (struct pair *)record;
  pen_string_drop(pair->name);
  pen_any_drop(pair->value);
}

static void synchronize_pair(void *record) {
  struct pair *pair = (struct pair *)record;
  pen_string_synchronize(pair->name);
  pen_any_synchronize(pair->value);
}

static void records(void) {
  struct pair *pair = (struct pair *)pen_block_new(sizeof(struct pair));
  pair->name = pen_string_from("name");
  pair->value = pen_ffi_string_to_any(pen_string_from("value"));
  pair->flag = true;
  struct pair *again = (struct pair *)pen_record_clone(pair);
  pen_record_synchronize(pair, synchronize_pair);
  CHECK(pen_count_state_of(pair->name) == PEN_COUNT_SYNCHRONIZED);
  CHECK(pen_ffi_any_is_string(pen_any_clone(pair->value)));
  pen_record_drop(pair, drop_pair);
  CHECK(again->flag && pen_string_length(again->name) == 4);
  pen_record_drop(again, drop_pair);

  double *number = (double *)pen_block_new(sizeof(double));
  *number = 1;
  pen_record_synchronize(number, NULL);
  pen_record_drop(number, NULL);
}

static void anys(void) {
  CHECK(pen_ffi_any_to_number(pen_ffi_number_to_any(4.5)) == 4.5);
  CHECK(pen_ffi_any_to_boolean(pen_ffi_boolean_to_any(true)));
  CHECK(pen_ffi_any_is_none(pen_ffi_none_to_any()));
  CHECK(pen_ffi_any_to_number(pen_ffi_string_to_any(pen_string_from("four"))) == 0);
  pen_any text = pen_ffi_string_to_any(pen_string_from("text"));
  pen_any again = pen_any_clone(text);
  pen_any_synchronize(text);
  pen_any_drop(text);
  pen_string *string = pen_ffi_any_to_string(again);
  CHECK(pen_string_length(string) == 4);
  pen_string_drop(string);
}

static void errors(void) {
  pen_error *error = pen_error_new(pen_ffi_string_to_any(pen_string_from("why")));
  pen_error_synchronize(error);
  pen_any any = pen_ffi_error_to_any(pen_error_clone(error));
  CHECK(pen_ffi_any_is_error(pen_any_clone(any)));
  pen_error *out = pen_ffi_any_to_error(any);
  CHECK(out == error);
  pen_error_drop(out);
  pen_error_drop(error);
}

static void stacks(void) {
  pen_stack stack = pen_stack_new();
  uint8_t large[1000];
  memset(large, 7, sizeof large);
  for (int i = 0; i < 100; i++) {
    pen_stack_push(&stack, &i, sizeof i);
    CHECK(stack.size % sizeof(void *) == 0);
  }
  pen_stack_push(&stack, large, sizeof large); /* more than twice the capacity at once */
  pen_stack_push(&stack, NULL, 0);
  pen_stack_pop(&stack, NULL, 0);
  memset(large, 0, sizeof large);
  pen_stack_pop(&stack, large, sizeof large);
  CHECK(large[0] == 7 && large[999] == 7);
  for (int i = 99; i >= 0; i--) {
    int got = -1;
    pen_stack_pop(&stack, &got, sizeof got);
    CHECK(got == i);
  }
  CHECK(stack.size == 0);
  pen_stack_free(&stack);
}

/* A function that adds what it captured to its argument, and counts the characters of a string. */

struct adder {
  double more;
  pen_string *name;
};

static void add(
    pen_stack *stack, void (*k)(pen_stack *, double), pen_closure *self, double x, pen_string *text) {
  struct adder *adder = (struct adder *)pen_closure_environment(self);
  double sum = adder->more + x + (double)pen_string_length(text);
  pen_string_drop(text);
  pen_closure_drop(self);
  k(stack, sum);
}

static void drop_adder(pen_closure *closure) {
  pen_string_drop(((struct adder *)pen_closure_environment(closure))->name);
}

static void synchronize_adder(pen_closure *closure) {
  pen_string_synchronize(((struct adder *)pen_closure_environment(closure))->name);
}

static const pen_closure_metadata adder_metadata = {drop_adder, synchronize_adder};

static int told;

static void tell(pen_stack *stack, void (*k)(pen_stack *), pen_closure *self, bool yes) {
  told += yes;
  pen_closure_drop(self);
  k(stack);
}

static void drop_nothing(pen_closure *closure) {
  (void)closure;
}

static const pen_closure_metadata nothing_metadata = {drop_nothing, drop_nothing};

PEN_DEFINE_CALL_2(call_adder, double, double, pen_string *)
PEN_DEFINE_CALL_NONE_1(call_teller, bool)

static void closures(void) {
  pen_closure *adder =
      pen_closure_new((void (*)(void))add, &adder_metadata, sizeof(struct adder));
  struct adder environment = {10, pen_string_from("adder")};
  *(struct adder *)pen_closure_environment(adder) = environment;
  CHECK(call_adder(pen_closure_clone(adder), 1, pen_string_from("four")) == 15);
  pen_closure_synchronize(adder);
  CHECK(pen_count_state_of(environment.name) == PEN_COUNT_SYNCHRONIZED);
  CHECK(call_adder(pen_closure_clone(adder), 1, NULL) == 11);
  pen_closure_drop(adder);

  pen_closure *teller = pen_closure_new((void (*)(void))tell, &nothing_metadata, 0);
  call_teller(pen_closure_clone(teller), true);
  call_teller(teller, false);
  CHECK(told == 1);
}

static void more(pen_stack *stack, void (*k)(pen_stack *, pen_list *), pen_closure *self) {
  pen_closure_drop(self);
  k(stack, pen_ffi_list_prepend(pen_ffi_number_to_any(3), pen_ffi_list_create()));
}

static pen_list *numbers(void) {
  pen_list *list = pen_ffi_list_lazy(pen_closure_new((void (*)(void))more, &nothing_metadata, 0));
  list = pen_ffi_list_prepend(pen_ffi_number_to_any(2), list);
  return pen_ffi_list_prepend(pen_ffi_string_to_any(pen_string_from("one")), list);
}

static void lists(void) {
  pen_list *list = numbers();
  pen_list *shared = pen_list_clone(list);
  pen_list_synchronize(shared);
  int count = 0;
  double sum = 0;
  for (pen_any one; pen_list_next(&list, &one); pen_any_drop(one)) {
    count++;
    sum += pen_ffi_any_to_number(pen_any_clone(one));
  }
  CHECK(list == NULL && count == 3 && sum == 5);
  pen_any any = pen_ffi_list_to_any(shared);
  CHECK(pen_ffi_any_is_list(pen_any_clone(any)));
  pen_list *out = pen_ffi_any_to_list(any);
  pen_any first;
  CHECK(pen_list_next(&out, &first));
  pen_any_drop(first);
  pen_list_drop(out);
}

static void maps(void) {
  pen_map *map = (pen_map *)pen_block_new(sizeof(pen_map));
  pen_any *entries = (pen_any *)pen_block_new(32 * sizeof(pen_any));
  for (int i = 0; i < 32; i++) {
    entries[i] = i % 2 ? pen_ffi_none_to_any() : pen_ffi_string_to_any(pen_string_from("entry"));
  }
  map->hamt = entries;
  map->size = 16;
  pen_map *again = pen_map_clone(map);
  pen_map_drop(map);
  CHECK(pen_count_state_of(again) == PEN_COUNT_LOCAL);
  pen_map_synchronize(again);
  CHECK(pen_count_state_of(again) == PEN_COUNT_SYNCHRONIZED);
  CHECK(pen_count_state_of(again->hamt) == PEN_COUNT_SYNCHRONIZED);
  CHECK(pen_count_state_of((void *)(uintptr_t)entries[0].payload) == PEN_COUNT_SYNCHRONIZED);
  pen_map_drop(again);
}

int main(void) {
  strings();
  counts();
  records();
  anys();
  errors();
  stacks();
  closures();
  lists();
  maps();
  if (live_blocks != 0) {
    printf("%ld blocks are left\n", live_blocks);
    wrong++;
  }
  return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
