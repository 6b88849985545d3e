package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nib.cli.Nib.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole job on the sample packages, as a person does it in a terminal.
final class SamplesTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void ownFolders() {
    nib = new Nib(folder);
  }

  @Test
  void addsOneAndTwo() {
    assertEquals(
        new Result(0, "3\n", ""), nib.run("call", Nib.sample("arithmetic"), "add", "1", "2"));
    assertEquals("-3\n", nib.run("call", Nib.sample("arithmetic"), "add", "-1", "-2").out());
  }

  @Test
  void listsTheBorderWithPrototypesAndPlaces() {
    var result = nib.run("foreign", Nib.sample("arithmetic"));
    assertEquals(0, result.status());
    contains(result.out(), "add  \"c\"  \\(number, number) number");
    contains(result.out(), "double add(double a, double b);");
    assertTrue(Pattern.compile("Arithmetic\\.pen:\\d+:1").matcher(result.out()).find());
  }

  @Test
  void buildsEverySampleAndPrintsThePath() {
    for (String sample : List.of("arithmetic", "text", "greeter-rust", "broken")) {
      var result = nib.run("build", "--quiet", Nib.sample(sample));
      assertEquals(0, result.status(), result.err());
      assertTrue(result.out().strip().endsWith(".a"), result.out());
      assertTrue(Path.of(result.out().strip()).isAbsolute(), result.out());
    }
  }

  @Test
  void findsNothingWrongWithSoundSamples() {
    for (String sample : List.of("arithmetic", "text", "greeter-rust")) {
      var result = nib.run("check", Nib.sample(sample));
      assertEquals(0, result.status(), result.out() + result.err());
    }
    contains(nib.run("check", Nib.sample("arithmetic")).out(), "imported and never used");
  }

  @Test
  void namesAllFourFaultsWithPlaceMemberAndCure() {
    var result = nib.run("check", Nib.sample("broken"));
    assertEquals(1, result.status());
    var errors = result.out().lines().filter(line -> line.contains(": error: ")).toList();
    assertEquals(4, errors.size(), result.out());
    errors.forEach(line -> assertTrue(line.matches(".*Lengths\\.pen:\\d+:\\d+: error: .*"), line));
    contains(result.out(), "no archive defines `center`");
    contains(result.out(), "nearest: `centre`");
    contains(result.out(), "_Z4areadd");
    contains(result.out(), "area(double, double)");
    contains(result.out(), "is local to");
    contains(result.out(), "data, not a function");
    assertEquals(
        4,
        result
            .out()
            .lines()
            .filter(line -> line.matches("  looked at: lib.*\\.a\\(.*\\.o\\), symbol .*"))
            .count(),
        result.out());
    assertTrue(result.out().lines().filter(line -> line.startsWith("  cure: ")).count() >= 4);
  }

  @Test
  void reportsACrashByItsSignalAndGoesOn() {
    var result = nib.run("call", Nib.sample("broken"), "measure", "\"\"");
    assertEquals(1, result.status());
    assertEquals("", result.out());
    contains(result.err(), "measure crashed: SIGSEGV");
    assertFalse(result.err().contains("fatal error"), result.err());
    assertFalse(result.err().contains("hs_err"), result.err());
    assertEquals("5\n", nib.run("call", Nib.sample("broken"), "measure", "\"hello\"").out());
  }

  @Test
  void endsACallThatNeverReturns() {
    var result = nib.run("call", "--timeout", "1", Nib.sample("broken"), "countdown", "1");
    assertEquals(1, result.status());
    contains(result.err(), "countdown had not returned after 1 s");
  }

  @Test
  void refusesACallThatTheCheckKnowsToBeBroken() {
    var result = nib.run("call", Nib.sample("broken"), "gravity");
    assertEquals(2, result.status());
    contains(result.err(), "`gravity` in");
    contains(result.err(), "cure: ");
  }

  @Test
  void writesAHeaderAndSeesItDrift() throws Exception {
    var header = folder.resolve("arithmetic.h");
    assertEquals(0, nib.run("header", Nib.sample("arithmetic"), "-o", header.toString()).status());
    assertEquals(
        0, nib.run("header", Nib.sample("arithmetic"), "--verify", header.toString()).status());
    java.nio.file.Files.writeString(
        header, java.nio.file.Files.readString(header).replace("double add", "float add"));
    var drifted = nib.run("header", Nib.sample("arithmetic"), "--verify", header.toString());
    assertEquals(1, drifted.status());
    contains(drifted.err(), "\n-float add");
    contains(drifted.err(), "\n+double add");
  }

  private static void contains(String text, String part) {
    assertTrue(text.contains(part), () -> "no `" + part + "` in:\n" + text);
  }
}
