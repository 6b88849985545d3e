// Mistake: without extern "C" the compiler puts the types of the parameters into the symbol's name.
double area(double width, double height) { return width * height; }
