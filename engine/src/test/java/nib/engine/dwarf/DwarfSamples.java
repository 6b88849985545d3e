package nib.engine.dwarf;

/// Sources whose functions have every kind of signature.
final class DwarfSamples {

  static final String C =
      """
      #include <stdarg.h>
      #include <stddef.h>
      typedef unsigned int word;
      typedef struct point { double x, y; } point;
      struct nested { point at; struct { char c; short s[3]; } inner; struct nested *next; };
      struct bits { unsigned a : 3, b : 7; int c : 9; long long d : 40; _Bool e : 1; };
      union either { int i; float f; char bytes[12]; };
      enum colour { RED, GREEN = 7, BLUE = -2 };
      struct opaque;
      struct flexible { int n; double values[]; };
      typedef int (*compare)(const void *, const void *);
      typedef float vec4 __attribute__((vector_size(16)));
      typedef void visitor(struct nested *, visitor_data);
      int plain(int a, double b) { return a + (int) b; }
      void nothing(void) {}
      void old() {}
      int older(a, c) char a; float c; { return a + (int) c; }
      int printed(const char *format, ...) { return *format; }
      double add(point p, struct nested n) { return p.x + n.at.y; }
      point made(word w) { point p = {w, 1}; return p; }
      int fields(struct bits b) { return b.c; }
      float either(union either e, enum colour c) { return e.f + c; }
      int hidden_inside(struct opaque *o) { return o != NULL; }
      void sorted(void *base, size_t n, compare by) { by(base, base); (void) n; }
      int (*chooser(int which, void (*f)(int, char)))(double) { f(which, 0); return NULL; }
      int rows(int (*table)[4], int sizes[3], char text[]) { return table[0][1] + sizes[0] + *text; }
      int all(const volatile int *p, char *const *restrict q, const char *const r) {
        return *p + **q + *r;
      }
      vec4 vectors(vec4 a) { return a; }
      int atoms(_Atomic int *a, _Atomic long b) { return *a + (int) b; }
      _Complex double waves(_Complex double a, _Complex float b) { return a + b; }
      __int128 wide(__int128 a, unsigned __int128 b) { return a + (__int128) b; }
      long double longer(long double a) { return a; }
      int listed(va_list list) { return va_arg(list, int); }
      int flexible(struct flexible *f, struct { int unnamed; } *u) { return f->n + u->unnamed; }
      static int local(int x) { return x * 3; }
      int uses(int x) { return local(x) + local(x + 1); }
      inline int inlined(int a, long unused) { return a + 1; }
      extern int inlined(int a, long unused);
      int calls(int a) { return inlined(a, 2); }
      int named_else(short) __asm__("another_name");
      int named_else(short s) { return s; }
      int nick(int, double) __attribute__((alias("plain")));
      __attribute__((weak)) int weak(unsigned char c, signed char d) { return c + d; }
      """
          .replace("typedef void visitor(struct nested *, visitor_data);\n", "");

  /// What only ELF on Linux has.
  static final String IFUNC =
      """
      static int one(int a, char *b) { return a + *b; }
      static int (*choose(void))(int, char *) { return one; }
      int chosen(int, char *) __attribute__((ifunc("choose")));
      static void *untyped(void) { return one; }
      int vague(int) __attribute__((ifunc("untyped")));
      """;

  static final String CPP =
      """
      #include <string>
      #include <vector>
      namespace util {
      struct Shape {
        virtual ~Shape();
        virtual double area(int scale) const = 0;
        static int count(const Shape &s);
        int id = 0;
      };
      struct Square final : Shape {
        explicit Square(double s);
        double area(int scale) const override;
        Square(const Square &) = default;
        double side;
      };
      Shape::~Shape() {}
      Square::Square(double s) : side(s) {}
      double Square::area(int scale) const { return side * side * scale; }
      int Shape::count(const Shape &s) { return s.id; }
      template <typename T> T scale(T x, const std::vector<T> &by) { return x * by[0]; }
      template double scale<double>(double, const std::vector<double> &);
      struct Small { float a, b; };
      enum class Level : unsigned char { LOW, HIGH };
      Small moved(Small s, Small &&t, Level l, std::nullptr_t) { return l == Level::LOW ? s : t; }
      int through(int Small::*m, double (Square::*f)(int) const) { return m != nullptr && f; }
      }
      struct Base { long v; };
      struct Diamond : virtual Base { Diamond(int x); int y; };
      Diamond::Diamond(int x) : y(x) {}
      extern "C" int plain_c(const util::Small *s, bool b, wchar_t w, char16_t c) {
        return s->a > 0 && b && w && c;
      }
      std::string text(const std::string &s) { return s + "!"; }
      auto lambda() { return [](int x) { return 2 * x; }; }
      int four() { return lambda()(2); }
      inline int shared(int a) { static int n; return n += a; }
      int user(int a) { return shared(a) + shared(a + 1); }
      """;

  static final String RUST =
      """
      #[repr(transparent)] pub struct Number(pub f64);
      #[repr(C)] pub struct Pair { pub a: f64, pub b: u8 }
      #[repr(C)] pub enum Kind { One = 1, Two }
      pub enum Tree { Leaf(u32), Node(Box<Tree>, u8) }
      #[no_mangle] pub extern "C" fn add(a: Number, b: Number) -> Number { Number(a.0 + b.0) }
      #[no_mangle] pub extern "C" fn pair(p: Pair, k: Kind, q: &Pair) -> Pair {
        Pair { a: p.a + q.a, b: k as u8 }
      }
      #[no_mangle] pub extern "C" fn callback(f: extern "C" fn(i32, *const u8) -> bool) -> bool {
        f(1, std::ptr::null())
      }
      #[no_mangle] pub unsafe extern "C" fn nothing() {}
      #[no_mangle] pub extern "C" fn option(p: Option<&mut Pair>) -> usize { p.is_some() as usize }
      pub mod inner {
        pub fn tree(t: super::Tree) -> u32 { match t { super::Tree::Leaf(n) => n, _ => 0 } }
        pub fn text(s: &str, v: Vec<u16>) -> String { format!("{}{}", s, v.len()) }
      }
      impl Pair { #[inline(never)] pub fn sum(&self, n: i128) -> f64 { self.a + n as f64 } }
      """;

  private DwarfSamples() {}
}
