// Pen's number is C's double.

double add(double x, double y) { return x + y; }

double subtract(double x, double y) { return x - y; }

double multiply(double x, double y) { return x * y; }

double pi(void) { return 3.141592653589793; }

// Eight numbers fill the floating-point registers of x86-64 and of AArch64; a ninth would travel
// on the stack.
double sum_of_eight(double a, double b, double c, double d, double e, double f, double g, double h) {
  return a + b + c + d + e + f + g + h;
}
