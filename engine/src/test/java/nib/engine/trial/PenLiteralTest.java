package nib.engine.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nib.engine.diagnostic.FailureException;
import nib.engine.syntax.Literals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PenLiteralTest {

  private static PenValue parse(SlotKind kind, String literal) throws FailureException {
    return PenLiteral.parse("argument 2 of add", kind, literal);
  }

  private static void isNumber(double expected, String literal) throws FailureException {
    assertEquals(new PenValue.NumberValue(expected), parse(SlotKind.NUMBER, literal), literal);
  }

  private static void isString(String latin1, String literal) throws FailureException {
    assertEquals(
        new PenValue.StringValue(latin1.getBytes(ISO_8859_1)),
        parse(SlotKind.STRING, literal),
        literal);
  }

  private static void fails(String what, String cure, SlotKind kind, String literal) {
    var failure = assertThrows(FailureException.class, () -> parse(kind, literal)).failure();
    assertEquals(what, failure.what());
    assertEquals(cure, failure.cure());
  }

  @Test
  void readsEveryFormOfNumber() throws Exception {
    isNumber(3, "3");
    isNumber(-0.5, "-0.5");
    isNumber(0.5, ".5");
    isNumber(5, "+5.");
    isNumber(1200, "1.2e+3");
    isNumber(1e-3, "1E-3");
    isNumber(7, "007");
    isNumber(5, "0b101");
    isNumber(255, "0xfF");
    isNumber(0x1p64, "0xffffffffffffffff");
    isNumber(Double.POSITIVE_INFINITY, "1e400");
    isNumber(4, " 4\t");
  }

  @Test
  void refusesWhatPenDoesNotReadAsANumber() {
    String cure = "write a decimal, or a whole number behind 0x or 0b";
    for (String literal :
        List.of(
            "x", "\"1\"", "1f", "1d", "0X1", "0B1", "0x", "0b12", "1_000", "1e", ".", "- 1", "-0x1",
            "0x1p3", "true", "1 2", "٣")) {
      fails(
          "argument 2 of add has to be a number such as 3 or -0.5, not " + literal,
          cure,
          SlotKind.NUMBER,
          literal);
    }
    fails(
        "argument 2 of add has to be a number such as 3 or -0.5, not an empty text",
        cure,
        SlotKind.NUMBER,
        " ");
    fails(
        "argument 2 of add has to be a number such as 3 or -0.5, not -inf",
        "write -1e999, which Pen reads as minus infinity",
        SlotKind.NUMBER,
        "-inf");
    fails(
        "argument 2 of add has to be a number such as 3 or -0.5, not NaN",
        "Pen has no literal for NaN; call a function that makes one",
        SlotKind.NUMBER,
        "NaN");
    fails(
        "argument 2 of add does not fit into 64 bits: 0x10000000000000000",
        "write it as a decimal, such as 1e20",
        SlotKind.NUMBER,
        "0x10000000000000000");
  }

  @Test
  void readsBooleansAndNone() throws Exception {
    assertEquals(new PenValue.BooleanValue(true), parse(SlotKind.BOOLEAN, "true"));
    assertEquals(new PenValue.BooleanValue(false), parse(SlotKind.BOOLEAN, " false "));
    assertEquals(new PenValue.NoneValue(), parse(SlotKind.NONE, "none"));
    fails(
        "argument 2 of add has to be true or false, not 1",
        "write true or false",
        SlotKind.BOOLEAN,
        "1");
    fails("argument 2 of add has to be none, not null", "write none", SlotKind.NONE, "null");
  }

  @Test
  void readsStringsWithPensEscapes() throws Exception {
    isString("", "\"\"");
    isString("Hello", "\"Hello\"");
    isString("\\ \" \n \r \t \0\u00ff", "\"\\\\ \\\" \\n \\r \\t \\x00\\xFf\"");
    isString("\u00c3\u00a9", "\"é\"");
    isString("a\nb#c", "\"a\nb#c\"");
  }

  /// Whoever types an argument wants what the same literal is in a program.
  @Test
  void readsEscapesAsTheCompilerDoes() throws Exception {
    isString("\n", "\"\\\\n\"");
    isString("A", "\"\\\\x41\"");
    isString("\\n", "\"\\x5cn\"");
  }

  @Test
  void showsHowToWriteAString() {
    fails(
        "argument 2 of add has to be a string in quotes, not hello",
        "write \"hello\"; a shell wants single quotes around it",
        SlotKind.STRING,
        "hello");
    fails(
        "argument 2 of add has to be a string in quotes, not an empty text",
        "write \"\"; a shell wants single quotes around it",
        SlotKind.STRING,
        "");
    fails(
        "argument 2 of add is a string without an end: \"abc",
        "close it with a quote",
        SlotKind.STRING,
        "\"abc");
    fails(
        "argument 2 of add goes on after its closing quote: b\"",
        "write \\\" for a quote within a string",
        SlotKind.STRING,
        "\"a\"b\"");
    for (String escape : List.of("\\q", "\\0", "\\u")) {
      fails(
          "argument 2 of add has an escape that Pen does not know: " + escape,
          "use \\\\ \\\" \\n \\r \\t or \\x and two hexadecimal digits",
          SlotKind.STRING,
          "\"a" + escape + "123\"");
    }
    fails(
        "argument 2 of add has an escape that Pen does not know: \\x4g",
        "use \\\\ \\\" \\n \\r \\t or \\x and two hexadecimal digits",
        SlotKind.STRING,
        "\"\\x4g\"");
    fails(
        "argument 2 of add has an escape that Pen does not know: \\",
        "use \\\\ \\\" \\n \\r \\t or \\x and two hexadecimal digits",
        SlotKind.STRING,
        "\"a\\");
  }

  @Test
  void keepsTextReadableAndEscapesTheRest() {
    assertEquals("\"Grüße, 世界 👩‍🚀\"", printed("Grüße, 世界 👩‍🚀".getBytes(UTF_8)));
    assertEquals(
        "\"\\\"\\\\ \\n\\r\\t\\x00\\x1b\\x7f\"", printed("\"\\ \n\r\t\0\33\177".getBytes(UTF_8)));
    assertEquals("\"\\xc2\\x85\\xe2\\x80\\xae\"", printed("\u0085\u202e".getBytes(UTF_8)));
    assertEquals("\"a\\xffb\\xc3\"", printed("a\u00ffb\u00c3".getBytes(ISO_8859_1)));
    assertEquals("\"\\xed\\xa0\\x80\"", printed("\u00ed\u00a0\u0080".getBytes(ISO_8859_1)));
    assertEquals("\"\\x5cn \\\\y\"", printed("\\n \\y".getBytes(UTF_8)));
  }

  private static String printed(byte[] bytes) {
    return PenLiteral.print(new PenValue.StringValue(bytes));
  }

  /// The compiler in circulation decodes by replacing one escape after the other in the whole
  /// string.
  @Test
  void printsWhatReadsTheSameByRuleAndByTheCompiler() throws Exception {
    var random = new Random(4711);
    String alphabet = "\\\\\\\\nrtx\"\n\t\0a0c5\u00ff\u00c3\u00a9";
    for (int round = 0; round < 20_000; round++) {
      var bytes = new byte[random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      String literal = printed(bytes);
      assertEquals(new PenValue.StringValue(bytes), parse(SlotKind.STRING, literal), literal);
      assertEquals(new String(bytes, ISO_8859_1), asTheCompilerReads(literal), literal);
      assertArrayEquals(bytes, Literals.bytesFromLeftToRight(literal), literal);
    }
  }

  private static String asTheCompilerReads(String literal) {
    String text =
        new String(literal.substring(1, literal.length() - 1).getBytes(UTF_8), ISO_8859_1)
            .replace("\\\\", "\\")
            .replace("\\\"", "\"")
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\t", "\t");
    return Pattern.compile("\\\\x([0-9a-fA-F]{2})")
        .matcher(text)
        .replaceAll(found -> {
          char one = (char) Integer.parseInt(found.group(1), 16);
          return one == '\\' || one == '$' ? "\\" + one : String.valueOf(one);
        });
  }

  @Test
  void printsNumbersWithoutExponents() {
    assertEquals("3", PenLiteral.print(new PenValue.NumberValue(3)));
    assertEquals("-0", PenLiteral.print(new PenValue.NumberValue(-0.0)));
    assertEquals("100000000000000000000000", PenLiteral.print(new PenValue.NumberValue(1e23)));
    assertEquals("0.0000001", PenLiteral.print(new PenValue.NumberValue(1e-7)));
  }

  /// Pen's debug text of a number is what Rust's formatter makes of it.
  @Test
  void printsNumbersAsRustDoes(@TempDir Path folder) throws Exception {
    var source =
        Files.writeString(
            folder.resolve("print.rs"),
            """
            fn main() {
                for line in std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap().lines() {
                    println!("{}", f64::from_bits(u64::from_str_radix(line, 16).unwrap()));
                }
            }
            """);
    var code = new ForeignCode(folder);
    var program = folder.resolve("print");
    code.run(List.of("rustc", "-o", program.toString(), source.toString()));
    var numbers = numbers();
    var input = folder.resolve("numbers");
    Files.write(
        input,
        numbers.stream().map(one -> Long.toHexString(Double.doubleToRawLongBits(one))).toList());
    var expected = code.run(List.of(program.toString(), input.toString())).lines().toList();
    assertEquals(numbers.size(), expected.size());
    for (int i = 0; i < numbers.size(); i++) {
      assertEquals(expected.get(i), PenLiteral.print(new PenValue.NumberValue(numbers.get(i))));
    }
  }

  private static List<Double> numbers() {
    var random = new Random(42);
    var numbers =
        new ArrayList<>(
            List.of(
                0.0,
                -0.0,
                1.0,
                0.1,
                0.3,
                1e21,
                1e22,
                1e23,
                9e15,
                9007199254740992.0,
                2e-323,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY));
    Stream.generate(random::nextLong)
        .limit(2000)
        .map(Double::longBitsToDouble)
        .forEach(numbers::add);
    Stream.generate(random::nextGaussian).limit(5000).forEach(numbers::add);
    for (long bits = 1; bits < 300; bits++) {
      numbers.add(Double.longBitsToDouble(bits));
    }
    return numbers;
  }
}
