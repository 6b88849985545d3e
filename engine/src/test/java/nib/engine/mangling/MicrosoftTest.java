package nib.engine.mangling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MicrosoftTest {

  /// What bindings are made of, and what C++ makes of it. No header is needed.
  private static final String SAMPLE =
      """
      namespace util {
      struct Point {
        Point(); ~Point(); int get() const; void set(int) volatile; static int count;
        static int make(const char *, ...); virtual void draw(); operator int() const;
        Point &operator+=(const Point &); bool operator==(const Point &) const noexcept;
        Point operator+(Point) &&; int operator[](int) &; void operator()(int);
      };
      Point::Point() {} Point::~Point() {} int Point::get() const { return 1; }
      void Point::set(int) volatile {} int Point::count; void Point::draw() {}
      int Point::make(const char *, ...) { return 0; } Point::operator int() const { return 2; }
      Point &Point::operator+=(const Point &) { return *this; }
      bool Point::operator==(const Point &) const noexcept { return true; }
      Point Point::operator+(Point p) && { return p; } int Point::operator[](int) & { return 1; }
      void Point::operator()(int) {}
      namespace { int hidden(int *) { return 1; } }
      int shown() { int a; return hidden(&a); }
      enum E { A }; enum class F : char { B }; union U { int a; }; class K {};
      void types(signed char, char, unsigned char, short, unsigned short, int, unsigned, long,
          unsigned long, float, double, long double, bool, long long, unsigned long long, wchar_t,
          char16_t, char32_t, decltype(nullptr)) {}
      void pointers(const char *, char *const *, const char *const *, int &, const int &, int &&,
          E, F, U, K *, K &, const volatile void *, int *__restrict) {}
      void functions(void (*)(int), int (*)(const char *, ...), void (**)(), double (&)(double)) {}
      void again(Point, Point, const Point *, const Point *, K, K) {}
      template <class T> struct Box {
        Box(); T get(); template <class V> V conv(T, V); template <class W> struct In { void go(); };
      };
      template <class T> Box<T>::Box() {} template <class T> T Box<T>::get() { return T(); }
      template <class T> template <class V> V Box<T>::conv(T, V v) { return v; }
      template <class T> template <class W> void Box<T>::In<W>::go() {}
      template struct Box<int>; template struct Box<Point>; template struct Box<Box<const char *>>;
      template struct Box<Point>::In<K>; template double Box<int>::conv<double>(int, double);
      template <int N, class T> T arr(T t) { return t; }
      template int arr<5, int>(int); template int arr<-3, int>(int);
      template int arr<100, int>(int); template Point arr<0, Point>(Point);
      template <class... Ts> void pack(Ts...) {}
      template void pack<>(); template void pack<int, Point, const K *>(int, Point, const K *);
      const Point result() { return Point(); } int *pointer; Point object; void (*callback)(int);
      extern const int constant; const int constant = 3; int array[4];
      }
      void *operator new(decltype(sizeof 0)); void operator delete(void *) noexcept {}
      void *operator new[](decltype(sizeof 0) n) { return operator new(n); }
      void __stdcall standard(int) {} void __fastcall fast(int) {}
      util::Point operator-(const util::Point &a, const util::Point &) { return a; }
      """;

  @TempDir private Path folder;

  @Test
  void undoesNamesOfVariablesAndFunctions() {
    undoes("util::scale(double)", "?scale@util@@YANN@Z");
    undoes("util::Point::count", "?count@Point@util@@2HA");
    undoes("A::A(void)", "??0A@@QEAA@XZ");
    undoes("A::~A(void)", "??1A@@UEAA@XZ");
    undoes("A::get(void) const", "?get@A@@QEBAHXZ");
    undoes("A::operator int(void) const", "??BA@@QEBAHXZ");
    undoes("`anonymous namespace'::f(int *)", "?f@?A0x12345678@@YAHPEAH@Z");
    undoes("const A::`vftable'", "??_7A@@6B@");
    assertEquals("scale", Microsoft.demangle("?scale@util@@YANN@Z").orElseThrow().base().get());
    assertEquals("conv", Microsoft.demangle("??$conv@N@B@@QEAANHN@Z").orElseThrow().base().get());
  }

  @Test
  void leavesRawWhatItDoesNotKnow() {
    for (String name :
        List.of(
            "",
            "?",
            "main",
            "_Z1fv",
            "??_C@_05CJBACGMB@hello?$AA@",
            "?arr2@util@@YAHPEAY02H@Z",
            "?g@D@@$4PPPPPPPM@A@EAAXXZ",
            "?f@@YAX9@Z",
            "?9@@YAXXZ",
            "?f@@YAXXZtrailing",
            "?f@@YAXP6A@XZ")) {
      assertEquals(Optional.empty(), Microsoft.demangle(name), name);
    }
    String nested = "?f@@YAX" + "PEA".repeat(5_000) + "H@Z";
    assertEquals(Optional.empty(), Microsoft.demangle(nested));
  }

  @Test
  void endsWhereDigitsStandForDigits() {
    var name = new StringBuilder("?f@@YAXP6AXHH@Z");
    for (int i = 0; i < 9; i++) {
      name.append("P6AX").append(String.valueOf(i).repeat(300)).append("@Z");
    }
    assertEquals(Optional.empty(), Microsoft.demangle(name + "@Z"));
  }

  @Test
  void answersEveryDamagedName() {
    String[] names = {
      "?pointers@util@@YAXPEBDPEBQEADPEBQEBDAEAHAEBH$$QEAHW4E@1@W4F@1@TU@1@PEAVK@1@AEAV51@PEDXPEIAH@Z",
      "??$conv@N@?$Box@H@util@@QEAANHN@Z",
      "??$pack@HUPoint@util@@PEBVK@2@@util@@YAXHUPoint@0@PEBVK@0@@Z",
      "?functions@util@@YAXP6AXH@ZP6AHPEBDZZPEAP6AXXZA6ANN@Z@Z"
    };
    var random = new Random(11);
    int understood = 0;
    for (int i = 0; i < 20_000; i++) {
      var name = new StringBuilder(names[i % names.length]);
      for (int change = random.nextInt(4); change > 0; change--) {
        char other = names[random.nextInt(names.length)].charAt(random.nextInt(30));
        name.setCharAt(random.nextInt(name.length()), other);
      }
      understood += Microsoft.demangle(name.toString()).isPresent() ? 1 : 0;
    }
    assertTrue(understood > 5_000, "only " + understood);
  }

  @Test
  @Tag("toolchain")
  void saysWhatLlvmSays() throws IOException {
    Files.writeString(folder.resolve("sample.cpp"), SAMPLE);
    for (String target : List.of("x86_64", "i686")) {
      Tool.run(
          folder,
          "clang++",
          "--target=" + target + "-pc-windows-msvc",
          "-std=c++17",
          "-fexceptions",
          "-w",
          "-c",
          "sample.cpp");
      var names =
          Tool.run(folder, "llvm-nm", "--format=just-symbols", "sample.o")
              .lines()
              .filter(name ->
                  name.startsWith("?") && !name.startsWith("??_C") && !name.startsWith("??__"))
              .distinct()
              .toList();
      assertTrue(names.size() > 50, () -> "only " + names.size());
      compare(names);
    }
  }

  private void compare(List<String> names) throws IOException {
    var theirs =
        Tool.run(
                folder,
                Files.write(folder.resolve("names"), names),
                "llvm-undname",
                "--no-access-specifier",
                "--no-calling-convention",
                "--no-member-type",
                "--no-return-type",
                "--no-variable-type")
            .lines()
            .filter(line -> !line.isEmpty())
            .toList();
    var different = new ArrayList<String>();
    int understood = 0;
    for (int i = 0; i < names.size(); i++) {
      var ours = Microsoft.demangle(names.get(i)).map(Demangled::text);
      // It leaves the convention out only for the function itself.
      String wanted = theirs.get(2 * i + 1).replaceAll("__(cdecl|stdcall|fastcall|thiscall) ", "");
      understood += ours.isPresent() ? 1 : 0;
      if (ours.filter(text -> !text.equals(wanted)).isPresent()) {
        different.add(String.join("\n  ", names.get(i), ours.get(), wanted));
      }
    }
    assertEquals(List.of(), different);
    assertTrue(understood > 0.9 * names.size(), understood + " of " + names.size());
  }

  private static void undoes(String readable, String mangled) {
    assertEquals(readable, Microsoft.demangle(mangled).map(Demangled::text).orElse("raw"), mangled);
  }
}
