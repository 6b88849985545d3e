/* What a Pen program brings: the allocator, and the functions of the package `ffi`, for programs that
 * have no Pen in them. Lists are made of function values that know their element. */
#include <stdlib.h>

#include "pen.h"

long live_blocks;

void *_pen_malloc(size_t size) {
  __atomic_fetch_add(&live_blocks, 1, __ATOMIC_RELAXED);
  return malloc(size);
}

void *_pen_realloc(void *old, size_t size) {
  return realloc(old, size);
}

void _pen_free(void *block) {
  __atomic_fetch_sub(&live_blocks, 1, __ATOMIC_RELAXED);
  free(block);
}

/* Any */

static uint64_t same(uint64_t payload) {
  return payload;
}

static void nothing(uint64_t payload) {
  (void)payload;
}

static void *pointer(uint64_t payload) {
  return (void *)(uintptr_t)payload;
}

static uint64_t clone_block(uint64_t payload) {
  pen_block_clone(pointer(payload));
  return payload;
}

static void drop_string(uint64_t payload) {
  pen_string_drop((pen_string *)pointer(payload));
}

static void synchronize_string(uint64_t payload) {
  pen_string_synchronize((pen_string *)pointer(payload));
}

static void drop_error(uint64_t payload) {
  pen_error_drop((pen_error *)pointer(payload));
}

static void synchronize_error(uint64_t payload) {
  pen_error_synchronize((pen_error *)pointer(payload));
}

static void drop_list(uint64_t payload) {
  pen_list_drop((pen_list *)pointer(payload));
}

static void synchronize_list(uint64_t payload) {
  pen_list_synchronize((pen_list *)pointer(payload));
}

static const pen_type_info none_type = {same, nothing, nothing, NULL};
static const pen_type_info boolean_type = {same, nothing, nothing, NULL};
static const pen_type_info number_type = {same, nothing, nothing, NULL};
static const pen_type_info string_type = {clone_block, drop_string, synchronize_string, NULL};
static const pen_type_info error_type = {clone_block, drop_error, synchronize_error, NULL};
static const pen_type_info list_type = {clone_block, drop_list, synchronize_list, NULL};

static pen_any made(const pen_type_info *type, uint64_t payload) {
  pen_any value = {type, payload};
  return value;
}

pen_any pen_ffi_none_to_any(void) {
  return made(&none_type, 0);
}

pen_any pen_ffi_boolean_to_any(bool value) {
  return made(&boolean_type, value);
}

pen_any pen_ffi_number_to_any(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return made(&number_type, bits);
}

pen_any pen_ffi_string_to_any(pen_string *value) {
  return made(&string_type, (uintptr_t)value);
}

pen_any pen_ffi_error_to_any(pen_error *value) {
  return made(&error_type, (uintptr_t)value);
}

pen_any pen_ffi_list_to_any(pen_list *value) {
  return made(&list_type, (uintptr_t)value);
}

static bool is(pen_any value, const pen_type_info *type) {
  bool is = value.type == type;
  pen_any_drop(value);
  return is;
}

bool pen_ffi_any_is_none(pen_any value) {
  return is(value, &none_type);
}

bool pen_ffi_any_is_boolean(pen_any value) {
  return is(value, &boolean_type);
}

bool pen_ffi_any_is_number(pen_any value) {
  return is(value, &number_type);
}

bool pen_ffi_any_is_string(pen_any value) {
  return is(value, &string_type);
}

bool pen_ffi_any_is_error(pen_any value) {
  return is(value, &error_type);
}

bool pen_ffi_any_is_list(pen_any value) {
  return is(value, &list_type);
}

bool pen_ffi_any_to_boolean(pen_any value) {
  bool yes = value.type == &boolean_type && value.payload;
  pen_any_drop(value);
  return yes;
}

double pen_ffi_any_to_number(pen_any value) {
  double number = 0;
  if (value.type == &number_type) {
    memcpy(&number, &value.payload, sizeof number);
  }
  pen_any_drop(value);
  return number;
}

/* What is inside keeps the reference that the `any` was. */
static void *taken(pen_any value, const pen_type_info *type) {
  if (value.type == type) {
    return pointer(value.payload);
  }
  pen_any_drop(value);
  return NULL;
}

pen_string *pen_ffi_any_to_string(pen_any value) {
  return (pen_string *)taken(value, &string_type);
}

pen_error *pen_ffi_any_to_error(pen_any value) {
  pen_error *error = (pen_error *)taken(value, &error_type);
  return error ? error : pen_error_new(pen_ffi_none_to_any());
}

pen_list *pen_ffi_any_to_list(pen_any value) {
  pen_list *list = (pen_list *)taken(value, &list_type);
  return list ? list : pen_ffi_list_create();
}

/* Lists */

typedef struct cell {
  pen_closure *first;    /* null in an empty and in a lazy list */
  pen_list *rest;
  pen_closure *elements; /* null in all but lazy ones */
} cell;

static cell *cell_of(pen_closure *node) {
  return (cell *)pen_closure_environment(node);
}

static void drop_cell(pen_closure *node) {
  cell *own = cell_of(node);
  if (own->first) {
    pen_closure_drop(own->first);
    pen_list_drop(own->rest);
  }
  if (own->elements) {
    pen_closure_drop(own->elements);
  }
}

static void synchronize_cell(pen_closure *node) {
  cell *own = cell_of(node);
  if (own->first) {
    pen_closure_synchronize(own->first);
    pen_list_synchronize(own->rest);
  }
  if (own->elements) {
    pen_closure_synchronize(own->elements);
  }
}

static const pen_closure_metadata cell_metadata = {drop_cell, synchronize_cell};

static void not_called(void) {
  abort();
}

static pen_list *list_of(pen_closure *first, pen_list *rest, pen_closure *elements) {
  pen_list *list = (pen_list *)pen_block_new(sizeof(pen_list));
  list->node = pen_closure_new(not_called, &cell_metadata, sizeof(cell));
  cell own = {first, rest, elements};
  *cell_of(list->node) = own;
  return list;
}

typedef void (*continue_with_any)(pen_stack *, pen_any);

static void give(pen_stack *stack, continue_with_any k, pen_closure *self) {
  pen_any value = pen_any_clone(*(pen_any *)pen_closure_environment(self));
  pen_closure_drop(self);
  k(stack, value);
}

static void drop_element(pen_closure *element) {
  pen_any_drop(*(pen_any *)pen_closure_environment(element));
}

static void synchronize_element(pen_closure *element) {
  pen_any_synchronize(*(pen_any *)pen_closure_environment(element));
}

static const pen_closure_metadata element_metadata = {drop_element, synchronize_element};

pen_list *pen_ffi_list_create(void) {
  return list_of(NULL, NULL, NULL);
}

pen_list *pen_ffi_list_prepend(pen_any first, pen_list *rest) {
  pen_closure *element = pen_closure_new((void (*)(void))give, &element_metadata, sizeof(pen_any));
  *(pen_any *)pen_closure_environment(element) = first;
  return list_of(element, rest, NULL);
}

pen_list *pen_ffi_list_lazy(pen_closure *elements) {
  return list_of(NULL, NULL, elements);
}

PEN_DEFINE_CALL_0(force, pen_list *)

void pen_ffi_list_first_rest(
    pen_stack *stack, void (*k)(pen_stack *, pen_first_rest *), pen_list *list) {
  cell *own = cell_of(list->node);
  while (own->elements) {
    pen_list *forced = force(pen_closure_clone(own->elements));
    pen_list_drop(list);
    list = forced;
    own = cell_of(list->node);
  }
  pen_first_rest *found = (pen_first_rest *)pen_block_new(sizeof(pen_first_rest));
  found->ok = own->first != NULL;
  found->first = own->first ? pen_closure_clone(own->first)
                            : pen_closure_new(not_called, &element_metadata, sizeof(pen_any));
  if (!own->first) {
    *(pen_any *)pen_closure_environment(found->first) = pen_ffi_none_to_any();
  }
  found->rest = own->first ? pen_list_clone(own->rest) : pen_ffi_list_create();
  pen_list_drop(list);
  k(stack, found);
}
