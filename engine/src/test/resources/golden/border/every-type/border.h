/* The foreign border of the Pen package `every-type`. Written by nib header. */
#ifndef NIB_EVERY_TYPE_H
#define NIB_EVERY_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct pen_type_info;
typedef struct pen_any { const struct pen_type_info *type; uint64_t payload; } pen_any;
typedef struct pen_closure pen_closure;
typedef struct pen_error pen_error;
typedef struct pen_list pen_list;
typedef struct pen_map pen_map;
typedef struct pen_stack { uint8_t *base; size_t size; size_t capacity; } pen_stack;
/* NULL is the empty string; `length` bytes follow, not terminated. */
typedef struct pen_string { size_t length; } pen_string;
struct Circle;
struct mine2;

/* Imported by Pen: the foreign library defines these. */
void scalars(double a, bool b);
void nothing(void);
pen_string *texts(pen_string *a, pen_error *b);
pen_list *collections(pen_list *a, pen_map *b);
double callback(pen_closure *a);
pen_any unions(pen_any a, pen_any b);
struct Circle *records(struct Circle *a, pen_any b);
double collapses(double a);
double double_(double a) __asm__("double");
double unused(double a);
void native(pen_stack *stack, void (*k)(pen_stack *, pen_string *), pen_string *a);
void suspend(pen_stack *stack, void (*k)(pen_stack *));
double mine(double a);

/* Exported by Pen: foreign code may call these. */
struct mine2 *exported(double int_, bool class_, pen_string *self);
void pure(pen_stack *stack, void (*k)(pen_stack *, pen_any), double x);

/* Left out. */
/* import Every.pen foreigner: type `Context` is unknown: module `Os'Context` is not read */

#ifdef __cplusplus
}
#endif

#endif
