#include <stddef.h>
#include <stdint.h>

typedef struct {
  size_t length;
  uint8_t bytes[];
} pen_string;

// Mistake: the import says `center`.
double centre(double low, double high) { return (low + high) / 2; }

// Mistake: `static` keeps the function inside this file. (The attribute keeps the compiler from
// dissolving it into its caller, as it might: then even this trace of it would be gone.)
__attribute__((noinline, used)) static double scale(double x, double factor) { return x * factor; }

// Sound.
double half(double x) { return scale(x, 0.5); }

// Mistake: a value, where the import says that it is a function.
double gravity = 9.81;

// Mistake: an empty Pen string may be NULL, and then there is no length to read. (Another one, which
// only a leak detector finds: the argument belongs to this function and is never dropped.)
double measure(pen_string *text) { return (double)text->length; }

// Mistake: 0.1 is not exactly a tenth, so the sum of ten of them misses 1 and the count never is 0.
double countdown(double seconds) {
  volatile double left = seconds;
  while (left != 0) {
    left = left - 0.1;
  }
  return left;
}
