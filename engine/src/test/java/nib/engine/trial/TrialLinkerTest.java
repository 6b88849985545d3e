package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.process.CommandLine;
import nib.engine.process.Commands;
import nib.engine.process.SystemCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives of all sorts, linked by the linkers of this machine.
final class TrialLinkerTest {

  @TempDir Path temporary;

  private ForeignCode code;
  private Trials trials;

  @BeforeEach
  void open() throws IOException {
    code = new ForeignCode(Files.createDirectory(temporary.resolve("with a space")));
    trials = trialsOf(new SystemCommands());
  }

  private Trials trialsOf(Commands commands) {
    var cache = temporary.resolve("the cache").resolve("trials");
    return new Trials(new TrialRunner(commands, cache), List.of());
  }

  @AfterEach
  void close() {
    trials.runner().close();
  }

  private void isRefused(String reason, String cure, Trials from, String signature)
      throws InterruptedException {
    var refused = from.ends(Outcome.Refused.class, signature);
    assertTrue(refused.reason().matches("(?s)" + reason), refused::reason);
    assertEquals(cure, refused.cure());
  }

  @Test
  void callsAHiddenFunction() throws Exception {
    var archive =
        code.c(
            "hidden", "__attribute__((visibility(\"hidden\"))) double inner(void) { return 8; }");
    assertEquals("8", trials.with(archive).returns("number inner()").value());
  }

  @Test
  void callsTheArchivesFunctionAndNotTheSystemsOfThatName() throws Exception {
    var archive =
        code.c(
            "clash",
            """
            double getpid(void) { return -1; }
            double mine(void) { return getpid(); }
            """,
            "-fno-builtin");
    assertEquals("-1", trials.with(archive).returns("number getpid()").value());
    assertEquals("-1", trials.with(archive).returns("number mine()").value());
  }

  @Test
  void refusesWhatOnlyTheSystemDefines() throws Exception {
    var archive = code.c("other", "double one(void) { return 1; }");
    isRefused(
        "no archive defines cbrt; what has that name is in the system's own \\S+/libm\\S*",
        "define it in the foreign code, or call it from a function of another name",
        trials.with(archive),
        "number cbrt()");
  }

  @Test
  void refusesWhatIsNotThere() throws Exception {
    var archive = code.c("local", "static double inner(void) { return 1; } void *keep = inner;");
    var cure = "compare the names that the archives define with the one that is declared";
    isRefused("no archive defines inner", cure, trials.with(archive), "number inner()");
    isRefused("no archive defines outer", cure, trials.with(archive), "number outer()");
  }

  @Test
  void refusesData() throws Exception {
    var archive = code.c("data", "double counter = 3;");
    isRefused(
        "counter is data, not a function",
        "define a function of that name in the foreign code",
        trials.with(archive),
        "number counter()");
  }

  @Test
  void refusesWhatIsNotThereToRead() throws Exception {
    isRefused(
        "there is no archive to find add in",
        "build the package first, or name an archive",
        trials,
        "number add()");
    isRefused(
        "there is no archive \\S+/gone.a that can be read",
        "build the package again",
        trials.with(Path.of("/nowhere/gone.a")),
        "number add()");
  }

  /// Debian's compiler makes code for executables unless told otherwise, and that is good enough
  /// for a Pen program.
  @Test
  void takesCodeThatWasCompiledForExecutables() throws Exception {
    var archive =
        code.c(
            "executable",
            """
            int shared = 4;
            extern double exported(double);
            double (*table)(double);
            double use(void) {
              fprintf(stdout, "out ");
              fprintf(stderr, "err");
              table = exported;
              return ++shared;
            }
            """,
            "-fPIE",
            "-O1");
    var returned = trials.with(archive).returns("number use()");
    assertEquals("5", returned.value());
    assertEquals("out err", returned.output());
  }

  @Test
  void refusesCodeThatCannotMove() throws Exception {
    var archive =
        code.c(
            "fixed", "double table[3]; double *at(void) { return table; }", "-fno-pic", "-fno-pie");
    isRefused(
        ".*libfixed.a\\(fixed.o\\) is not position independent, and a trial has to load it"
            + " \\(the linker: .*\\)",
        "compile the foreign code with -fPIC",
        trials.with(archive),
        "number at()");
  }

  @Test
  void refusesCodeForAnotherMachine() throws Exception {
    var object = code.object("foreign", "double add(double a, double b) { return a + b; }");
    var bytes = Files.readAllBytes(object);
    bytes[18] = (byte) 183; // e_machine: EM_AARCH64 (ELF specification, figure 1-4)
    Files.write(object, bytes);
    isRefused(
        ".*libforeign.a.* holds code for another machine than this one" + " \\(the linker: .*\\)",
        "build the package for this machine's own target",
        trials.with(code.archive("foreign", object)),
        "number add()");
  }

  @Test
  void refusesWhatIsNoArchive() throws Exception {
    var file = Files.writeString(temporary.resolve("text.a"), "not an archive\n");
    isRefused(
        ".*text.a holds what this machine's linker does not read \\(the linker: .*\\)",
        "build the package for this machine's own target",
        trials.with(file),
        "number add()");
  }

  @Test
  void refusesAnArchiveWithoutAnIndex() throws Exception {
    var object = code.object("member", "double one(void) { return 1; }");
    var archive = temporary.resolve("libbare.a");
    code.run(List.of("ar", "rcS", archive.toString(), object.toString()));
    isRefused(
        ".*libbare.a has no index of its symbols \\(the linker: .*\\)",
        "make the index with ranlib",
        trials.with(archive),
        "number one()");
  }

  @Test
  void refusesATruncatedArchive() throws Exception {
    var whole = Files.readAllBytes(code.c("whole", "double one(void) { return 1; }"));
    var half = Files.write(temporary.resolve("half.a"), Arrays.copyOf(whole, 700));
    var refused = trials.with(half).ends(Outcome.Refused.class, "number one()");
    assertTrue(refused.reason().contains("half.a"), refused::reason);
  }

  @Test
  void linksArchivesThatNeedEachOther() throws Exception {
    var even =
        code.c(
            "even",
            "extern bool odd(double n); bool even(double n) { return n == 0 || odd(n - 1); }");
    var odd =
        code.c(
            "odd",
            "extern bool even(double n); bool odd(double n) { return n != 0 && even(n - 1); }");
    assertEquals("true", trials.with(even, odd).returns("boolean even(number)", "10").value());
    assertEquals("false", trials.with(odd, even).returns("boolean even(number)", "7").value());
  }

  @Test
  void takesTheFirstArchiveThatDefinesAFunction() throws Exception {
    var first = code.c("first", "double which(void) { return 1; }");
    var second = code.c("second", "double which(void) { return 2; }");
    assertEquals("1", trials.with(first, second).returns("number which()").value());
    assertEquals("2", trials.with(second, first).returns("number which()").value());
  }

  @Test
  void linksAThinArchive() throws Exception {
    var object = code.object("thin", "double thin(void) { return 9; }");
    var archive = temporary.resolve("libthin.a");
    code.run(List.of("ar", "rcsT", archive.toString(), object.toString()));
    assertEquals("9", trials.with(archive).returns("number thin()").value());
  }

  @Test
  void noticesThatAnArchiveWasBuiltAgain() throws Exception {
    var archive = code.c("built", "double version(void) { return 1; }");
    assertEquals("1", trials.with(archive).returns("number version()").value());
    code.c("built", "double version(void) { return 2; } /* and a longer member */ double more;");
    assertEquals("2", trials.with(archive).returns("number version()").value());
  }

  @Test
  void leavesAnArchiveItsOwnAllocator() throws Exception {
    var allocator =
        code.object(
            "allocator",
            """
            static char room[1 << 16];
            static size_t used;
            void *_pen_malloc(size_t size) {
              void *block = room + used;
              used += (size + 15) / 16 * 16;
              return block;
            }
            void _pen_free(void *block) {
              if ((char *)block < room || (char *)block >= room + sizeof room) abort();
            }
            """);
    var user =
        code.object(
            "user", "pen_string *again(pen_string *s) { drop(s); return make(\"own\", 3); }");
    var silent = code.object("silent", "double used(pen_string *s) { return length_of(s); }");
    var archive = code.archive("own", allocator, user, silent);
    assertEquals("\"own\"", trials.with(archive).returns("string again(string)", "\"x\"").value());
    assertEquals("1", trials.with(archive).returns("number used(string)", "\"x\"").value());
  }

  @Test
  void linksWithTheLibraryOfCpp() throws Exception {
    var source =
        Files.writeString(
            temporary.resolve("text.cpp"),
            """
            #include <string>
            #include <iostream>
            extern "C" double digits(double n) {
              std::string text = std::to_string(static_cast<long>(n));
              std::cout << text << std::endl;
              return static_cast<double>(text.size());
            }
            """);
    var object = temporary.resolve("text.o");
    code.run(List.of("c++", "-c", "-fPIC", source.toString(), "-o", object.toString()));
    var returned =
        trials.with(code.archive("cpp", object)).returns("number digits(number)", "12345");
    assertEquals("5", returned.value());
    assertEquals("12345\n", returned.output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bfd", "gold", "lld"})
  void understandsTheLinker(String linker) throws Exception {
    assumeTrue(isThere("ld." + linker), "ld." + linker + " is not installed");
    trials.runner().close();
    trials = trialsOf((line, listener) -> new SystemCommands().run(using(linker, line), listener));
    var archive =
        code.c(
            "linker",
            """
            extern double exported(double);
            double (*table)(double) = exported;
            double reach(double there) { return there != 0 ? table(1) + exported(2) : 6; }
            """);
    assertEquals("6", trials.with(archive).returns("number reach(number)", "0").value());
    var ended = trials.with(archive).ends(Outcome.Unresolved.class, "number reach(number)", "1");
    assertEquals(new Outcome.Unresolved("exported", ""), ended);
    isRefused(
        "no archive defines nowhere",
        "compare the names that the archives define with the one that is declared",
        trials.with(archive),
        "number nowhere()");
    var fixed =
        code.c(
            "fixed",
            "double table[3]; double at(void) { return table[(int)(long)table % 3]; }",
            "-fno-pic",
            "-fno-pie");
    isRefused(
        ".* is not position independent, and a trial has to load it .*",
        "compile the foreign code with -fPIC",
        trials.with(fixed),
        "number at()");
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static CommandLine using(String linker, CommandLine line) {
    if (!line.command().contains("-shared")) {
      return line;
    }
    var command = new ArrayList<>(line.command());
    command.add(1, "-fuse-ld=" + linker);
    return new CommandLine(command, line.directory(), line.environment(), line.limit());
  }
}
