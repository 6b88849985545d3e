// Pen's boolean is C's bool: one byte that is 0 or 1, and nothing else.

#include <stdbool.h>

bool is_between(double x, double low, double high) { return low <= x && x <= high; }

bool exactly_one(bool x, bool y) { return x != y; }

// Booleans and numbers are counted separately: the boolean goes to the first integer register, the
// numbers to the first two floating-point ones.
double choose(bool first, double x, double y) { return first ? x : y; }
