package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import nib.engine.diagnostic.FailureException;
import nib.engine.dwarf.Mutants;
import nib.engine.oracle.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the short way to signatures says, the long way says as well, of whole files as of damaged
/// ones; and what compilers usually make goes the short way.
///
/// `-Dmutants=1000000` looks longer, `-Dseed=…` elsewhere.
@Tag("toolchain")
final class PlainFunctionsTest {

  private static final int MUTANTS = Integer.getInteger("mutants", 3_000);
  private static final long SEED = Long.getLong("seed", 20_260_101);

  /// Functions that are told in the common way.
  private static final String C =
      """
      typedef unsigned long size; typedef struct list list; enum colour { RED, GREEN = 700, BLUE = -2 };
      enum tone { LOW, HIGH };
      struct list { list *next; const char *name; }; union either { int i; float f; };
      typedef int (*compare)(const void *, const void *, ...);
      int plain(int a, double b) { return a + (int) b; }
      void nothing(void) {}
      int printed(const char *format, ...) { return *format; }
      list *after(list *l, size n, union either *e) { return n + e->i ? l->next : l; }
      void sorted(void *base, size n, compare by) { by(base, base, n); }
      int (*chooser(int which, void (*f)(int, char)))(double) { f(which, 0); return 0; }
      int rows(int (*table)[4][2], int sizes[3], char text[]) { return table[0][1][1] + sizes[0] + *text; }
      int all(const volatile int *p, char *const *restrict q) { return *p + **q; }
      enum colour painted(enum colour c, const enum colour *d) { return c + *d; }
      int atoms(_Atomic int *a, _Atomic long b) { return *a + (int) b; }
      static int local(int x, list *l) { return x * 3 + l->name[0]; }
      int uses(int x, list *l) { for (int i = 0; i < x; i++) { x += local(x, l); } return local(x + 1, l); }
      int inlined_and_kept(int a, char *b) { return a + *b; }
      int tint(enum tone *t) { return t != 0; }
      int toned(enum tone t) { return t; }
      int none(int (*t)[0]) { return t != 0; }
      int calls(int a, char *b) { return inlined_and_kept(a, b) + inlined_and_kept(a + 1, b); }
      __attribute__((weak)) int weak(unsigned char c, signed char d) { return c + d; }
      """;

  /// Functions that are told in some other way.
  private static final String RARE =
      """
      struct point { double x, y; }; typedef float vec4 __attribute__((vector_size(16)));
      int kept(int a) { return a; }
      int twice(int a) { return 2 * a; }
      void old() {}
      struct point made(double x) { struct point p = {x, 1}; return p; }
      double by_value(struct point p) { return p.x; }
      int named_else(short) __asm__("another_name");
      int named_else(short s) { return s; }
      int nick(int) __attribute__((alias("kept")));
      int data = 3;
      int thrice(int a) { return 3 * a; }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc -g",
        "gcc -g -O2",
        "gcc -g -O2 -fPIC -ffunction-sections",
        "clang -g -gdwarf-5",
        "clang -g -gdwarf-5 -O2",
        "clang -gdwarf-5 -O2 --target=aarch64-linux-gnu",
      })
  void readsWhatCompilersUsuallyMake(String command) throws IOException {
    byte[] object = object(command, C);
    var both = BothSignatures.of(object);
    assertEquals(both.asked(), both.plain());
    assertTrue(both.plain() > 8);
    int plain = 0;
    for (int i = 0; i < MUTANTS; i++) {
      plain += compare("mutant of seed " + (SEED + i), Mutants.of(object, new Random(SEED + i)));
    }
    assertTrue(plain > MUTANTS, plain + " answers of mutants were plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc -g", "gcc -g -O2", "clang -g -gdwarf-5", "clang -g -gdwarf-5 -O2"})
  void leavesRareFunctionsToOthers(String command) throws IOException {
    var both = BothSignatures.of(object(command, RARE));
    assertTrue(both.plain() > 0 && both.plain() < both.asked() / 2, both.plain() + " plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gcc -gdwarf-4",
        "gcc -gdwarf-2",
        "gcc -g -gz",
        "gcc -g3",
        "gcc -g -gdwarf64",
        "gcc -g -flto",
        "gcc -g -xc++ -fpermissive",
        "gcc",
        "clang -g -gdwarf-4",
        "clang -g -gdwarf-5 -gsplit-dwarf=single",
        "clang -g --target=i386-linux-gnu",
        "clang -g --target=riscv64-linux-gnu",
        "clang -g --target=powerpc64-linux-gnu",
        "clang -g --target=x86_64-apple-darwin",
        "clang -g --target=x86_64-pc-windows-gnu"
      })
  void leavesOtherObjectsToOthers(String command) throws IOException {
    var both = BothSignatures.of(object(command, "int f(int a, char *b) { return a + *b; }\n"));
    assertTrue(both.asked() > 0 || command.contains("-flto"));
    assertEquals(0, both.plain());
  }

  @Test
  void leavesObjectsOfSeveralUnitsToOthers() throws IOException {
    object("gcc -g", "int f(int a) { return a; }\n");
    Tool.run(folder, "mv", "s.o", "first.o");
    object("gcc -g", "int g(int a) { return a; }\n");
    Tool.run(folder, "gcc", "-r", "-o", "both.o", "first.o", "s.o");
    var both = BothSignatures.of(Files.readAllBytes(folder.resolve("both.o")));
    assertEquals(2, both.asked());
    assertEquals(0, both.plain());
  }

  /// Several sections of one name count as one.
  @ParameterizedTest
  @ValueSource(strings = {".zdebug_str", ".debug_str", ".zdebug_line", ".debug_macro"})
  void leavesSectionsOfOneNameToOthers(String name) throws IOException {
    String section =
        "__asm__(\".pushsection %s,\\\"G\\\",@progbits,%s,comdat\\n.asciz \\\"x\\\"\\n.popsection\");\n";
    String source =
        section.formatted(name, "one")
            + section.formatted(name, "two")
            + "int sum_of(int first_one, char *b) { return first_one + *b; }\n";
    assertEquals(0, BothSignatures.of(object("gcc -g", source)).plain());
  }

  /// Two symbols of one name, of which others see both, or one.
  @ParameterizedTest
  @ValueSource(strings = {"", "static "})
  void leavesTwoFunctionsOfOneNameToOthers(String prefix) throws IOException {
    String source = "int fa(int a) { return a; } int fb(char *b) { return fa(*b); }\n";
    byte[] object = object("gcc -g", prefix + source);
    assertTrue(BothSignatures.of(object).plain() > 0);
    byte[] wanted = "\0fb\0".getBytes(StandardCharsets.US_ASCII);
    int at = object.length - wanted.length;
    while (!Arrays.equals(object, at, at + wanted.length, wanted, 0, wanted.length)) {
      at--; // the last one is the symbol's
    }
    object[at + 2] = 'a';
    assertEquals(0, BothSignatures.of(object).plain());
    assertFalse(BothSignatures.plain(object, "fa", "fb"));
  }

  @Test
  void leavesIntermediateCodeToOthers() throws IOException {
    String source = "char __gnu_lto_slim; int f(int a) { return a; }\n";
    var both = BothSignatures.of(object("gcc -g -fcommon", source));
    assertEquals(0, both.plain());
  }

  @Test
  void readsTheShortWayWhereverAFileIsCut() throws IOException {
    byte[] object = object("gcc -g", "int f(int a, char *b) { return a + *b; }\n");
    for (int length = 0; length < object.length; length++) {
      compare("cut at " + length, Arrays.copyOf(object, length));
    }
  }

  /// Each byte of one unit, with every value that has a meaning of its own.
  @ParameterizedTest
  @ValueSource(strings = {"gcc -g", "clang -g -gdwarf-5"})
  void readsAnyChangedByteAsTheLongWayDoes(String command) throws IOException {
    byte[] object = object(command, "int f(int a) { return a; } int g(char *b) { return *b; }\n");
    for (int at = 0; at < object.length; at++) {
      for (byte value : Mutants.telling()) {
        byte[] mutant = object.clone();
        mutant[at] = value;
        compare("byte %d as %d".formatted(at, value), mutant);
      }
    }
  }

  /// Each byte of the entries, with every value: wherever one refers to, or whatever kind it is of.
  @Test
  void readsAnyEntryAsTheLongWayDoes() throws IOException {
    String source =
        """
        int f(int a) { return a * 3; }
        int g(char *b, ...) { return *b; }
        int h(char *b) { return f(*b) + g(b, 1) + f(1); }
        """;
    byte[] object = object("gcc -g -O2", source);
    var header = Pattern.compile("\\.debug_info +PROGBITS +\\w+ (\\w+) (\\w+)");
    var found = header.matcher(Tool.run(folder, "readelf", "-SW", "s.o"));
    assertTrue(found.find());
    int from = Integer.parseInt(found.group(1), 16);
    int size = Integer.parseInt(found.group(2), 16);
    for (int at = from; at < from + size; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] mutant = object.clone();
        mutant[at] = (byte) value;
        compare("byte %d as %d".formatted(at, value), mutant);
      }
    }
  }

  @Test
  void readsMembersOfAnArchive() throws IOException, FailureException {
    object("gcc -g -O2", C);
    Tool.run(folder, "ar", "rcs", "l.a", "s.o");
    var both = BothSignatures.of(folder.resolve("l.a"));
    assertEquals(both.asked(), both.plain());
  }

  private static int compare(String what, byte[] object) {
    try {
      return BothSignatures.of(object).plain();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(what + ": " + e.getMessage(), e);
    }
  }

  private byte[] object(String command, String source) throws IOException {
    Files.writeString(folder.resolve("s.c"), source);
    var all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of("-w", "-c", Mutants.samePlace(folder), "-o", "s.o", "s.c"));
    Tool.run(folder, all.toArray(String[]::new));
    return Files.readAllBytes(folder.resolve("s.o"));
  }
}
