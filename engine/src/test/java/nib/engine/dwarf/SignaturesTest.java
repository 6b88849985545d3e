package nib.engine.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nib.engine.diagnostic.FailureException;
import nib.engine.dwarf.Evidence.Found;
import nib.engine.dwarf.Evidence.Match;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.oracle.Tool;
import nib.engine.symbols.OpenLibrary;
import nib.engine.symbols.SignatureLookup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found of functions and, where nothing is, why.
@Tag("toolchain")
final class SignaturesTest {

  @TempDir private Path folder;

  @Test
  void writesSignaturesAsCDoes() throws IOException {
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C);
    Tool.run(folder, "gcc", "-w", "-g", "-c", "s.c", "-o", "s.o");
    var texts = new TreeMap<String, String>();
    evidence().forEach((name, evidence) -> texts.put(name, CText.of(found(evidence).signature())));
    assertEquals(
        """
        double add(point p, struct nested n)
        int all(const volatile int *p, char *const *restrict q, const char *const r)
        int named_else(short s)
        int atoms(_Atomic int *a, _Atomic long b)
        int calls(int a)
        int (*chooser(int which, void (*f)(int, char)))(double)
        float either(union either e, enum colour c)
        int fields(struct bits b)
        int flexible(struct flexible *f, struct (unnamed) *u)
        int hidden_inside(struct opaque *o)
        int inlined(int a, long unused)
        int listed(struct __va_list_tag *list)
        long double longer(long double a)
        point made(word w)
        int plain(int a, double b)
        void nothing(void)
        void old()
        int older(char a, float c)
        int plain(int a, double b)
        int printed(const char *format, ...)
        int rows(int (*table)[4], int *sizes, char *text)
        void sorted(void *base, size_t n, compare by)
        int uses(int x)
        vec4 vectors(vec4 a)
        _Complex double waves(_Complex double a, _Complex float b)
        int weak(unsigned char c, signed char d)
        __int128 wide(__int128 a, unsigned __int128 b)
        """,
        String.join("\n", texts.values()) + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gcc -g", "gcc -g -O2 -ffunction-sections", "clang -g", "clang -g -O1"})
  void findsOtherNamesByTheirPlace(String command) throws IOException {
    Tool.assume(command.substring(0, command.indexOf(' ')));
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C + DwarfSamples.IFUNC);
    compiled(command, "s.c");
    var evidence = evidence();
    assertEquals(Match.ADDRESS, found(in(evidence, "nick")).match());
    assertEquals("plain", found(in(evidence, "nick")).signature().name());
    assertEquals(Match.LINKAGE_NAME, found(in(evidence, "another_name")).match());
    assertEquals(Match.RESOLVER, found(in(evidence, "chosen")).match());
    assertEquals("int chosen(int, char *)", CText.of(found(in(evidence, "chosen")).signature()));
    assertEquals(new NoEvidence(Reason.INDIRECT, "untyped"), in(evidence, "vague"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"powerpc64-linux-gnu-gcc-12", "arm-linux-gnueabihf-gcc-12"})
  void findsPlacesBehindDescriptorsAndThumbBits(String compiler) throws IOException {
    Tool.assume(compiler);
    Files.writeString(
        folder.resolve("s.c"),
        """
        int before(void) { return 1; }
        int plain(int a, double b) { return a + (int) b; }
        int nick(int, double) __attribute__((alias("plain")));
        """);
    compiled(compiler + " -g", "s.c");
    assertEquals("plain", found(in(evidence(), "nick")).signature().name());
  }

  @Test
  void findsVersionedNames() throws IOException {
    Files.writeString(
        folder.resolve("s.c"),
        """
        __asm__(".symver new_one,fn@@V2");
        __asm__(".symver old_one,fn@V1");
        int new_one(long a) { return (int) a; }
        int old_one(int a) { return a; }
        """);
    compiled("gcc -g", "s.c");
    var evidence = evidence();
    assertEquals("int new_one(long a)", CText.of(found(in(evidence, "fn@@V2")).signature()));
    assertEquals("int old_one(int a)", CText.of(found(in(evidence, "fn@V1")).signature()));
  }

  @ParameterizedTest
  @CsvSource({
    "gcc -O2,                                NO_DEBUG_INFORMATION",
    "gcc -g1,                                LINE_TABLES_ONLY",
    "gcc -g1 -gno-record-gcc-switches,       LINE_TABLES_ONLY",
    "gcc -g -gsplit-dwarf,                   SPLIT",
    "clang -gline-tables-only,               NOT_DESCRIBED",
    "clang -g -gsplit-dwarf,                 SPLIT",
  })
  void saysWhyThereIsNothing(String command, Reason reason) throws IOException {
    Tool.assume(command.substring(0, command.indexOf(' ')));
    Files.writeString(folder.resolve("s.c"), "void f() {}\nvoid g(void) {}\n");
    compiled(command, "s.c");
    evidence()
        .forEach((name, evidence) -> {
          if (evidence instanceof NoEvidence none) {
            assertEquals(reason, none.reason(), name);
          } else {
            fail(name + " has " + evidence);
          }
        });
  }

  @Test
  void namesCompressionThatIsNotRead() throws IOException {
    Tool.assume("clang-19");
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C);
    compiled("clang-19 -g -gz=zstd", "s.c");
    assertEquals(
        "debug information that cannot be made ready: "
            + "compression with zstd, which is not read in .debug_info",
        none(in(evidence(), "plain")).words());
  }

  @Test
  void believesThatNothingIsTakenWhereTypesAreTold() throws IOException {
    Files.writeString(folder.resolve("s.c"), "void f() {}\nint g(void) { return 0; }\n");
    compiled("gcc -g -gno-record-gcc-switches", "s.c");
    assertEquals("void f()", CText.of(found(in(evidence(), "f")).signature()));
  }

  @Test
  void namesAssembler() throws IOException {
    Files.writeString(
        folder.resolve("s.s"), ".text\n.globl f\n.type f,@function\nf: ret\n.size f,.-f\n");
    compiled("gcc -g", "s.s");
    assertEquals(Reason.ASSEMBLER, none(in(evidence(), "f")).reason());
  }

  @Test
  void readsWhatStaysInTheSameFile() throws IOException {
    Tool.assume("clang");
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C);
    compiled("clang -g -gsplit-dwarf=single", "s.c");
    var evidence = evidence();
    assertEquals("int calls(int a)", CText.of(found(in(evidence, "calls")).signature()));
    compiled("clang -gdwarf-4 -gsplit-dwarf=single", "s.c");
    assertEquals("int calls(int a)", CText.of(found(in(evidence(), "calls")).signature()));
  }

  @Test
  void readsOldCompression() throws IOException {
    Files.writeString(folder.resolve("s.c"), DwarfSamples.C);
    compiled("gcc -g -gz=zlib-gnu", "s.c");
    assertEquals("int calls(int a)", CText.of(found(in(evidence(), "calls")).signature()));
  }

  @Test
  void readsEarlyInformationOfWholeProgramOptimization() throws IOException {
    Files.writeString(folder.resolve("s.c"), "int f(int a, char *b) { return a + *b; }\n");
    compiled("gcc -g -flto", "s.c");
    var evidence = SignaturesOracleTest.evidence(folder.resolve("s.o"), List.of("f")).getFirst();
    assertEquals("int f(int a, char *b)", CText.of(found(evidence).signature()));
  }

  @Test
  void findsNamesThroughTheIndexAndWithout() throws IOException, FailureException {
    Files.writeString(folder.resolve("a.c"), "int a(int x) { return x; } int data;\n");
    Files.writeString(folder.resolve("b.c"), "long b(char *y) { return *y; } int a2(void);\n");
    Tool.run(folder, "gcc", "-g", "-c", "a.c", "b.c");
    Tool.run(folder, "ar", "rcs", "with.a", "a.o", "b.o");
    Tool.run(folder, "ar", "rcS", "without.a", "a.o", "b.o");
    for (String archive : List.of("with.a", "without.a")) {
      var found =
          SignatureLookup.find(folder.resolve(archive), List.of("b", "a", "data", "nowhere"));
      assertEquals(3, found.size());
      assertEquals("b.o", in(found, "b").member());
      assertEquals("long b(char *y)", CText.of(found(in(found, "b").evidence()).signature()));
      assertEquals(Reason.NOT_A_FUNCTION, none(in(found, "data").evidence()).reason());
    }
  }

  private void compiled(String command, String source) {
    var all = new ArrayList<>(List.of(command.split(" ")));
    all.addAll(List.of("-w", "-c", source, "-o", "s.o"));
    Tool.run(folder, all.toArray(String[]::new));
  }

  private Map<String, Evidence> evidence() {
    var evidence = new TreeMap<String, Evidence>();
    try (var library = OpenLibrary.open(folder.resolve("s.o"))) {
      library.forEachSignature(
          _ -> true,
          member -> member.functions().forEach(one -> evidence.put(one.symbol(), one.evidence())));
    } catch (FailureException e) {
      throw new AssertionError(e);
    }
    assertTrue(!evidence.isEmpty(), "no function at all");
    return evidence;
  }

  private static <T> T in(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static Found found(Evidence evidence) {
    return switch (evidence) {
      case Found found -> found;
      case NoEvidence none -> fail(none.words());
    };
  }

  private static NoEvidence none(Evidence evidence) {
    return switch (evidence) {
      case Found found -> fail(CText.of(found.signature()));
      case NoEvidence none -> none;
    };
  }
}
