package nib.engine.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.dwarf.Mutants;
import nib.engine.oracle.Tool;

/// Small libraries of every kind that there are tools for, to be damaged.
///
/// @param name what it is
/// @param maker writes it into a folder, with what it needs beside it
record Fixture(String name, Maker maker) {

  interface Maker {
    Path make(Path folder) throws IOException;
  }

  private static final String LONG_NAME = "a_member_with_a_long_name";

  private static final String WINDOWS = "clang -g -fno-exceptions --target=x86_64-pc-windows-msvc";

  private static final String A =
      """
      struct point { double x, y; struct point *next; }; enum colour { RED, GREEN = 7 };
      typedef int (*compare)(const void *, const void *);
      int zeroed; static int kept = 3; const int constant = 4; extern int elsewhere;
      __attribute__((weak)) int weak_function(char c, ...) { return c; }
      static int local(struct point p, enum colour c) { return elsewhere + (int) p.x + c; }
      int named(struct point p, compare by, int sizes[3]) { return local(p, 0) + zeroed + kept; }
      """;

  private static final String B =
      "extern int zeroed; int named(); int other(long *a) { return named() + zeroed + (int) *a; }\n";

  private static final String CPP =
      """
      namespace n { struct S { S(int); virtual ~S(); int m(double) const; int i; struct T *t; }; }
      n::S::S(int x) : i(x) {} n::S::~S() {} int n::S::m(double d) const { return i + (int) d; }
      template <typename T> T twice(T x) { struct L { T t; T get() { return t; } }; return L{x}.get(); }
      template int twice<int>(int); extern "C" n::S *plain(n::S s, n::S &r) { return &r; }
      """;

  @Override
  public String toString() {
    return name;
  }

  static List<Fixture> all() {
    var all = new ArrayList<Fixture>();
    all.add(archive("ELF in GNU's archive", "gcc -g", "ar rcs"));
    all.add(archive("ELF in BSD's archive", "gcc", "llvm-ar rcs --format=bsd"));
    all.add(archive("ELF in a large archive", "gcc", "env SYM64_THRESHOLD=1 llvm-ar rcs"));
    all.add(archive("ELF in a thin archive", "gcc", "ar rcsT"));
    all.add(new Fixture("an archive in a thin archive", Fixture::nested));
    for (String options :
        List.of(
            "-gdwarf-2", "-gdwarf-4 -fdebug-types-section", "-g -gdwarf64", "-g -gz", "-g -flto")) {
      all.add(object("ELF of gcc " + options, "gcc " + options));
    }
    for (String options : List.of("-gdwarf-5", "-g -gsplit-dwarf=single")) {
      all.add(object("ELF of clang " + options, "clang " + options));
    }
    all.add(new Fixture("ELF of g++", folder -> cpp(folder, "g++ -g")));
    for (String target :
        List.of("i386-linux-gnu", "mips-linux-gnu", "powerpc64-linux-gnu", "riscv64-linux-gnu")) {
      all.add(object("ELF for " + target, "clang -g --target=" + target));
    }
    for (String target :
        List.of("x86_64-pc-windows-msvc", "i686-w64-windows-gnu", "x86_64-w64-windows-gnu")) {
      all.add(archive("COFF for " + target, "clang -g --target=" + target, "llvm-ar rcs"));
    }
    all.add(new Fixture("COFF of C++", folder -> cpp(folder, WINDOWS)));
    all.add(archive("COFF of lib.exe", "clang --target=x86_64-pc-windows-msvc", "llvm-lib"));
    all.add(new Fixture("import library", Fixture::imports));
    all.add(archive("Mach-O", apple("arm64-apple-macos13"), "llvm-ar rcs --format=darwin"));
    all.add(
        archive(
            "Mach-O in a large archive",
            apple("x86_64-apple-macos13"),
            "env SYM64_THRESHOLD=1 llvm-ar rcs --format=darwin"));
    all.add(object("Mach-O of 32 bits", "clang -g --target=armv7-apple-ios9"));
    all.add(archive("WebAssembly", "clang -g --target=wasm32-unknown-unknown", "llvm-ar rcs"));
    all.add(archive("bitcode", "clang -flto", "llvm-ar rcs"));
    all.add(object("wrapped bitcode", "clang -flto --target=x86_64-apple-macos13"));
    all.add(new Fixture("Rust library", Fixture::rust));
    var written = SmallObjects.all();
    for (int i = 0; i < written.size(); i++) {
      byte[] bytes = written.get(i);
      all.add(
          new Fixture("written by hand " + i, folder -> Files.write(folder.resolve("l.a"), bytes)));
    }
    return all;
  }

  private static String apple(String target) {
    return "clang -g -fcommon --target=" + target;
  }

  private static Fixture archive(String name, String compiler, String archiver) {
    return new Fixture(
        name,
        folder -> {
          compile(folder, compiler, LONG_NAME + ".c", A);
          compile(folder, compiler, "b.c", B);
          boolean lib = archiver.equals("llvm-lib");
          var command = new ArrayList<>(List.of(archiver.split(" ")));
          command.addAll(List.of(lib ? "/out:l.a" : "l.a", LONG_NAME + ".o", "b.o"));
          Tool.run(folder, command.toArray(String[]::new));
          return folder.resolve("l.a");
        });
  }

  private static Fixture object(String name, String compiler) {
    return new Fixture(
        name,
        folder -> {
          compile(folder, compiler, "a.c", A);
          return folder.resolve("a.o");
        });
  }

  private static Path cpp(Path folder, String compiler) throws IOException {
    compile(folder, compiler, "s.cc", CPP);
    return folder.resolve("s.o");
  }

  private static Path nested(Path folder) throws IOException {
    compile(folder, "gcc", "a.c", A);
    compile(folder, "gcc", "b.c", B);
    Tool.run(folder, "ar", "rcs", "inner.a", "a.o");
    Tool.run(folder, "ar", "rcsT", "l.a", "inner.a", "b.o");
    return folder.resolve("l.a");
  }

  private static Path imports(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("k.def"),
        "LIBRARY k.dll\nEXPORTS\nadd_one\nvariable DATA\nconstant CONSTANT\nnumbered @5 NONAME\n");
    Tool.run(folder, "llvm-dlltool", "-m", "i386:x86-64", "-d", "k.def", "-l", "k.lib");
    return folder.resolve("k.lib");
  }

  private static Path rust(Path folder) throws IOException {
    Tool.assume("rustc");
    Files.writeString(
        folder.resolve("r.rs"),
        """
        #![no_std]
        pub struct Point { pub x: f64, pub y: f64 }
        #[no_mangle] pub extern "C" fn add(a: f64, b: &Point) -> f64 { a + b.x }
        pub fn größe<const N: usize>(x: &[u16; N]) -> usize { x.len() }
        pub fn used(x: &[u16; 3]) -> usize { größe::<3>(x) }
        """);
    Tool.run(
        folder,
        "rustc",
        "--crate-type=rlib",
        "-g",
        "--remap-path-prefix=" + folder + "=.",
        "-o",
        "libr.rlib",
        "r.rs");
    return folder.resolve("libr.rlib");
  }

  private static void compile(Path folder, String compiler, String file, String source)
      throws IOException {
    Files.write(folder.resolve(file), source.getBytes(StandardCharsets.UTF_8));
    var command = new ArrayList<>(List.of(compiler.split(" ")));
    String object = file.substring(0, file.indexOf('.')) + ".o";
    command.addAll(List.of("-w", "-c", Mutants.samePlace(folder), "-o", object, file));
    Tool.run(folder, command.toArray(String[]::new));
  }
}
