package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import nib.engine.process.SystemCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes into a call and what comes back, with real C and Rust on the other side.
final class TrialValuesTest {

  @TempDir static Path folder;

  private static TrialRunner runner;
  private static Trials trials;

  @BeforeAll
  static void compile() throws Exception {
    runner = new TrialRunner(new SystemCommands(), folder.resolve("cache"));
    var archive =
        new ForeignCode(folder)
            .c(
                "values",
                """
                double add(double a, double b) { return a + b; }
                double divide(double a, double b) { return a / b; }
                bool not(bool a) { return !a; }
                void nothing(void) {}
                double four(void) { return 4; }
                pen_string *echo(pen_string *s) { return s; }
                double count(pen_string *s) { double n = length_of(s); drop(s); return n; }
                pen_string *empty(void) { return NULL; }
                pen_string *empty_block(void) { return make("", 0); }
                pen_string *bytes(void) { return make("a\\0\\xff\\xc3\\xa9\\n", 6); }
                double twice(double a) { return 2 * a; }
                int odd_boolean(void) { return 7; }
                char *text(void) { return "just some text of C"; }
                void *wild(void) { return (void *)0x1230; }
                static const struct { intptr_t count; size_t length; char bytes[6]; } fixed =
                    {INTPTR_MIN, 6, "static"};
                const void *fixed_string(void) { return &fixed.length; }
                pen_string *mixed(
                    double a, bool b, pen_string *c, double d,
                    bool e, pen_string *f, double g, bool h) {
                  char text[200];
                  int n = sprintf(text, "%g %d %.*s %g %d %.*s %g %d", a, b, (int)length_of(c),
                      (char *)c->bytes, d, e, (int)length_of(f), (char *)f->bytes, g, h);
                  drop(c); drop(f);
                  return make(text, n);
                }
                double stacked(
                    double a, double b, double c, double d, double e, double f, double g,
                    double h, double i, double j,
                    long k, long l, long m, long n, long o, long p, long q, long r) {
                  return q == 1 && r == 0 ? i * 10 + j : -1;
                }
                """);
    trials = new Trials(runner, List.of(archive));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  private static String value(String signature, String... arguments) throws Exception {
    return trials.returns(signature, arguments).value();
  }

  @Test
  void passesNumbers() throws Exception {
    assertEquals("3", value("number add(number, number)", "1", "2"));
    assertEquals("0.30000000000000004", value("number add(number, number)", "0.1", "2e-1"));
  }

  @Test
  void showsNumbersThatAreNotFinite() throws Exception {
    assertEquals("inf", value("number divide(number, number)", "1", "0"));
    assertEquals("-inf", value("number divide(number, number)", "-1", "0"));
    assertEquals("NaN", value("number divide(number, number)", "0", "0"));
  }

  @Test
  void passesBooleans() throws Exception {
    assertEquals("false", value("boolean not(boolean)", "true"));
    assertEquals("true", value("boolean not(boolean)", "false"));
  }

  @Test
  void clearsTheBitsAboveABooleanOnTheStackToo() throws Exception {
    assertEquals(
        "19",
        value(
            "number stacked(" + "number, ".repeat(10) + "boolean, ".repeat(7) + "boolean)",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "1",
            "9",
            "true",
            "true",
            "true",
            "true",
            "true",
            "true",
            "true",
            "false"));
  }

  @Test
  void passesNothingForNone() throws Exception {
    assertEquals("none", value("none nothing()"));
    assertEquals("none", value("none nothing(none)", "none"));
    assertEquals("4", value("number four()"));
    assertEquals("3", value("number add(none, number, none, number)", "none", "1", "none", "2"));
  }

  @Test
  void passesStringsOfAnyBytes() throws Exception {
    assertEquals("\"Hello\"", value("string echo(string)", "\"Hello\""));
    assertEquals("\"a\\x00\\xffé\\n\"", value("string bytes()"));
    assertEquals("\"\\x00\\xff\\\\\"", value("string echo(string)", "\"\\x00\\xff\\\\\""));
    assertEquals("3", value("number count(string)", "\"\\x00é\""));
  }

  @Test
  void takesNullAndAnEmptyBlockForTheEmptyString() throws Exception {
    assertEquals("\"\"", value("string echo(string)", "\"\""));
    assertEquals("0", value("number count(string)", "\"\""));
    assertEquals("\"\"", value("string empty()"));
    assertEquals("\"\"", value("string empty_block()"));
  }

  @Test
  void passesALongString() throws Exception {
    String literal = '"' + "0123456789".repeat(100_000) + '"';
    assertEquals(literal, value("string echo(string)", literal));
  }

  @Test
  void leavesStaticStringsAlone() throws Exception {
    assertEquals("\"static\"", value("string fixed_string()"));
    assertEquals("\"static\"", value("string fixed_string()"));
  }

  @Test
  void passesEightParametersOfAllKinds() throws Exception {
    assertEquals(
        "\"1.5 1 two -3 0 four 1e+100 1\"",
        value(
            "string mixed(number, boolean, string, number, boolean, string, number, boolean)",
            "1.5",
            "true",
            "\"two\"",
            "-3",
            "false",
            "\"four\"",
            "1e100",
            "true"));
  }

  @Test
  void saysWhenABooleanIsNeitherZeroNorOne() throws Exception {
    var invalid = trials.ends(Outcome.Invalid.class, "boolean odd_boolean()");
    assertEquals("odd_boolean returned a boolean of 7, which is neither 0 nor 1", invalid.what());
    assertEquals("return a bool, or compare: return value != 0", invalid.cure());
  }

  @Test
  void saysWhenAStringIsACharPointer() throws Exception {
    var invalid = trials.ends(Outcome.Invalid.class, "string text()");
    assertEquals(
        "return a pointer to a Pen string: a count word, the length, the bytes; a char * is none",
        invalid.cure());
  }

  @Test
  void saysWhenAStringLiesNowhere() throws Exception {
    var invalid = trials.ends(Outcome.Invalid.class, "string wild()");
    assertEquals("wild returned 0x1230 for a string, and no Pen string lies there", invalid.what());
  }

  /// The runtime counts blocks: with its own argument alive a call sees one, however many calls
  /// came before it in the same process.
  @Test
  void dropsEveryResultAndLeavesArgumentsToTheCallee() throws Exception {
    var archive =
        new ForeignCode(folder)
            .c(
                "blocks",
                """
                extern size_t nib_live_blocks(void);
                static double calls;
                pen_string *blocks(pen_string *s) {
                  char text[40];
                  int n = sprintf(text, "%g: %zu", ++calls, nib_live_blocks());
                  drop(s);
                  return make(text, n);
                }
                """);
    var one = trials.with(archive);
    assertEquals("\"1: 1\"", one.returns("string blocks(string)", "\"first\"").value());
    assertEquals("\"2: 1\"", one.returns("string blocks(string)", "\"second\"").value());
    assertEquals("\"3: 0\"", one.returns("string blocks(string)", "\"\"").value());
  }

  @Test
  void callsRust() throws Exception {
    var archive =
        new ForeignCode(folder)
            .rust(
                "greeter",
                """
                #[no_mangle]
                pub extern "C" fn shout(n: f64, loud: bool) -> f64 {
                    let words: Vec<String> = (0..n as usize).map(|i| i.to_string()).collect();
                    println!("{}", words.join(" "));
                    if loud { n * 2.0 } else { n }
                }
                """);
    var returned = trials.with(archive).returns("number shout(number, boolean)", "3", "true");
    assertEquals("6", returned.value());
    assertEquals("0 1 2\n", returned.output());
  }
}
