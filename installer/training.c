/* Types of every kind, for the cache of classes that `nib symbols --signatures` starts with. Compiled
   many times, with a NUMBER for the names. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NAMED(name) NUMBERED(name, NUMBER)
#define NUMBERED(name, number) JOINED(name, number)
#define JOINED(name, number) name##_##number

enum colour { RED, GREEN = 5, BLUE };
struct elsewhere;
union word { int64_t number; double real; void *pointer; };
typedef int (*compare)(const void *, const void *);
struct node {
  struct node *next;
  const char *name;
  union word value;
  enum colour colour : 3;
  unsigned flags : 5;
  uint8_t bytes[16];
  compare order;
  struct { int x, y; } place;
};
typedef struct node list;

void NAMED(nothing)(void) {}

int NAMED(add)(int left, int right) { return left + right; }

double NAMED(mean)(const double *values, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) sum += values[i];
  return count ? sum / (double)count : 0;
}

list *NAMED(push)(list *tail, const char *restrict name, enum colour colour) {
  list *node = calloc(1, sizeof *node);
  if (node) {
    node->next = tail;
    node->name = name;
    node->colour = colour;
  }
  return node;
}

struct node NAMED(copy)(struct node node, union word value) {
  node.value = value;
  return node;
}

void NAMED(sort)(void *values, size_t count, size_t size, compare order) { qsort(values, count, size, order); }

int NAMED(print)(FILE *file, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int written = vfprintf(file, format, arguments);
  va_end(arguments);
  return written;
}

struct elsewhere *NAMED(same)(struct elsewhere *one, volatile long *const counter) {
  ++*counter;
  return one;
}

static int hidden(unsigned char letter, const time_t *when) { return letter + (when != NULL); }

_Bool NAMED(is)(signed char letter, float part, long double whole, int matrix[3][4]) {
  return hidden((unsigned char)letter, NULL) > part + whole + matrix[1][2];
}
