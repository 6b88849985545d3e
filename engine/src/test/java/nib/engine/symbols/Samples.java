package nib.engine.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nib.engine.oracle.Tool;

/// Archives that real compilers make of sources with every kind of symbol in them.
final class Samples {

  static final String C =
      """
      int zeroed; static int kept = 3; const int constant = 4; __thread int of_thread = 5;
      extern int elsewhere; extern int maybe __attribute__((weak));
      __attribute__((weak)) int weak_function(void) { return 1; }
      __attribute__((weak)) int weak_data = 2;
      __attribute__((visibility("hidden"))) int hidden(void) { return kept; }
      static int local(void) { return elsewhere + maybe; }
      int named(void) { return local() + zeroed; }
      static int (*choose(void))(void) { return named; }
      int chosen(void) __attribute__((ifunc("choose")));
      """;

  static final String CPP =
      """
      #include <map>
      #include <string>
      #include <vector>
      namespace util {
      struct Shape { virtual ~Shape(); virtual double area() const = 0; };
      struct Square : Shape { double side; double area() const override { return side * side; } };
      Shape::~Shape() {}
      template <typename T> T scale(T x, const std::vector<T> &by) { return x * by[0]; }
      std::map<std::string, Square> &all() { static std::map<std::string, Square> m; return m; }
      int operator+(const Square &a, const Square &) { return (int) a.side; }
      }
      double scaled(double x) { return util::scale(x, std::vector<double>{2}); }
      auto twice() { return [](int x) { return 2 * x; }; }
      int four() { return twice()(2) + (int) util::all().size() + (int) util::all()["a"].area(); }
      template double util::scale<double>(double, const std::vector<double> &);
      """;

  private static final String RUST =
      """
      use std::collections::HashMap;
      #[no_mangle] pub extern "C" fn add(a: f64, b: f64) -> f64 { a + b }
      pub trait Shape { fn area(&self) -> f64; }
      pub struct Square<const N: usize>(pub f64);
      impl<const N: usize> Shape for Square<N> { fn area(&self) -> f64 { self.0 * N as f64 } }
      pub fn greet(s: &str) -> String {
        let mut m: HashMap<String, Vec<Option<&str>>> = HashMap::new();
        m.entry("a".into()).or_default().push(Some(s));
        let f = |x: i32| x + 1;
        format!("{:?} {}", m, f(3))
      }
      pub fn größe(x: &mut [u16]) -> usize { x.sort_by(|a, b| b.cmp(a)); x.len() }
      pub fn used(s: &dyn Shape) -> f64 { s.area() + Square::<7>(2.0).area() }
      """;

  /// What Windows adds: imported and exported functions, other conventions of calling.
  private static final String WINDOWS =
      """
      #define C extern "C"
      template <class T> struct Held { static T kept; virtual T get() { return kept; } virtual ~Held() {} };
      template <class T> T Held<T>::kept = 4;
      thread_local int of_thread = 3; int zeroed; extern const int constant = 6; static int state = 4;
      C int elsewhere(int);
      C __declspec(dllimport) int imported(int);
      C __attribute__((weak)) int weak_function() { return state++; }
      C __attribute__((weak)) int maybe();
      Held<int> held; Held<long> *other = new Held<long>();
      inline int counted(int x) { static int count; return count += x; }
      C int __attribute__((stdcall)) of_windows(int a, int b) { return elsewhere(a) + imported(b) + counted(3); }
      C int __attribute__((fastcall)) fast(int a, int b) { return of_thread + (maybe ? maybe() : 0); }
      C __declspec(dllexport) int exported(int a) { return a; }
      int main() { return held.get() + other->get(); }
      """;

  /// What compilers for every machine of ELF understand.
  static final String ELF =
      """
      int zeroed; static int kept = 3; const int constant = 4; extern int elsewhere;
      extern int maybe(void) __attribute__((weak));
      __attribute__((weak)) int weak_function(void) { return 1; }
      __attribute__((weak)) int weak_data = 2;
      __attribute__((visibility("hidden"))) int hidden(void) { return kept; }
      __attribute__((visibility("protected"))) int protected(void) { return kept; }
      static int local(int x) {
        switch (x) {
          case 1: return maybe(); case 2: return 7 * elsewhere; case 3: return zeroed;
          case 4: return hidden(); case 5: return 9; default: return elsewhere;
        }
      }
      int named(int x) { return local(x) + zeroed; }
      double odd(double x) { return x * 3.25 + constant; }
      #if defined(__aarch64__)
      __attribute__((aarch64_vector_pcs)) double vector(double x) { return x; }
      #elif defined(__mips__) && !defined(__mips64)
      __attribute__((mips16)) int short_one(int x) { return x; }
      #elif defined(__arm__)
      __attribute__((target("thumb"))) int short_one(int x) { return x; }
      #endif
      """;

  static final String WASM =
      """
      int f(int x, double d) { return x; } int alias(int, double) __attribute__((alias("f")));
      __attribute__((weak)) int maybe(void); __attribute__((weak)) int weak_function(void) { return 1; }
      __attribute__((visibility("hidden"))) int hidden(void) { return maybe ? maybe() : 0; }
      __attribute__((import_module("env"), import_name("other"))) long long imported(int, double);
      long long calls(void) { return imported(1, 2); }
      _Thread_local int of_thread = 3; int zeroed[5]; const char *text = "x"; static int kept;
      extern int elsewhere; int *state(void) { return &kept + elsewhere; }
      """;

  private static final String APPLE =
      """
      int common; static int kept = 3; const int constant = 4; _Thread_local int of_thread = 5;
      extern int elsewhere; extern int maybe(void) __attribute__((weak_import));
      __attribute__((weak)) int weak_function(void) { return 1; }
      __attribute__((visibility("hidden"))) int hidden(void) { return kept + constant + of_thread; }
      static int local(void) { static int zeroed; return elsewhere + maybe() + zeroed++; }
      int initialized = 0; const char *text(void) { return "text"; }
      int named(void) { return local() + initialized + hidden(); }
      __asm__(".globl _absolute"); __asm__(".set _absolute, 0x1234");
      """;

  private static final String APPLE_CPP =
      """
      namespace util {
      struct Shape { virtual ~Shape(); virtual int area() const = 0; };
      Shape::~Shape() {}
      template <class T> T scale(T x) { static T kept; return kept += x; }
      }
      int f(int x) { return util::scale(x) + (int) util::scale(2.0); }
      """;

  private Samples() {}

  /// `a.o` of C and `b.o` of C++ for a system that has other objects than Linux.
  static void foreign(Path folder, String target) throws IOException {
    if (target.contains("windows")) {
      windows(folder, target);
    } else if (target.startsWith("wasm")) {
      wasm(folder, target);
    } else {
      apple(folder, target);
    }
  }

  /// `a.o` of C and `b.o` of C++ with debugging information, for WebAssembly.
  static void wasm(Path folder, String target) throws IOException {
    Files.writeString(folder.resolve("a.c"), WASM);
    Files.writeString(folder.resolve("b.cc"), APPLE_CPP);
    Tool.run(folder, "clang", "--target=" + target, "-matomics", "-mbulk-memory", "-c", "a.c");
    Tool.run(folder, "clang", "--target=" + target, "-g", "-fno-exceptions", "-c", "b.cc");
  }

  /// `a.o` of C and `b.o` of C++ with debugging information, for Apple's systems.
  static void apple(Path folder, String target) throws IOException {
    boolean old = target.startsWith("i386"); // without variables of a thread
    Files.writeString(folder.resolve("a.c"), old ? APPLE.replace("_Thread_local", "") : APPLE);
    Files.writeString(folder.resolve("b.cc"), APPLE_CPP);
    Tool.run(folder, "clang", "--target=" + target, "-g", "-fcommon", "-c", "a.c");
    Tool.run(folder, "clang", "--target=" + target, "-g", "-fno-exceptions", "-c", "b.cc");
  }

  /// `a.o` of C and `b.o` of C++ with debugging information, for Windows.
  static void windows(Path folder, String target) throws IOException {
    Files.writeString(
        folder.resolve("a.c"), "int common; static int local; int f(void) { return local++; }\n");
    Files.writeString(folder.resolve("b.cc"), WINDOWS);
    Tool.run(folder, "clang", "--target=" + target, "-fcommon", "-c", "a.c");
    Tool.run(folder, "clang", "--target=" + target, "-g", "-fno-exceptions", "-c", "b.cc");
  }

  /// `libmixed.a` with members of C and C++, debugging information, and one member without symbols
  /// of its own; the objects stay beside it.
  static Path mixed(Path folder) throws IOException {
    Files.writeString(folder.resolve("a.c"), C);
    Files.writeString(folder.resolve("b.cc"), CPP);
    Files.writeString(folder.resolve("a_member_with_a_long_name.c"), "int common; int f(void);\n");
    Files.writeString(folder.resolve("nothing.c"), "typedef int nothing;\n");
    Tool.run(folder, "gcc", "-g", "-fPIC", "-c", "a.c", "nothing.c");
    Tool.run(folder, "gcc", "-fcommon", "-O2", "-c", "a_member_with_a_long_name.c");
    Tool.run(folder, "g++", "-g", "-ffunction-sections", "-c", "b.cc");
    Tool.run(
        folder,
        "ar",
        "rcs",
        "libmixed.a",
        "a.o",
        "b.o",
        "a_member_with_a_long_name.o",
        "nothing.o");
    return folder.resolve("libmixed.a");
  }

  /// A Rust static library with all of the standard library that it needs.
  static Path rust(Path folder) throws IOException {
    Files.writeString(folder.resolve("sample.rs"), RUST);
    Tool.run(folder, "rustc", "--crate-type=staticlib", "-o", "libsample.a", "sample.rs");
    return folder.resolve("libsample.a");
  }
}
