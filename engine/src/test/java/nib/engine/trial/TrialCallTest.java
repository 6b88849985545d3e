package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import nib.engine.process.Completion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders that come to nothing before there is any process.
final class TrialCallTest {

  @TempDir Path folder;

  private void isRefused(String reason, String cure, String signature, String... arguments)
      throws InterruptedException {
    try (var runner =
        new TrialRunner((_, _) -> new Completion.NotStarted("not in this test"), folder)) {
      assertEquals(
          new Outcome.Refused(reason, cure),
          new Trials(runner, List.of()).call(signature, arguments));
    }
  }

  @Test
  void countsArguments() throws Exception {
    String cure = "give one Pen literal for each parameter";
    isRefused("add takes 2 arguments, not 1", cure, "number add(number, number)", "1");
    isRefused("one takes 1 argument, not 0", cure, "number one(number)");
    isRefused("zero takes no arguments, not 2", cure, "number zero()", "1", "2");
  }

  @Test
  void namesTheArgumentThatIsWrong() throws Exception {
    isRefused(
        "argument 2 of add has to be a number such as 3 or -0.5, not \"x\"",
        "write a decimal, or a whole number behind 0x or 0b",
        "number add(number, number)",
        "1",
        "\"x\"");
  }

  @Test
  void namesTypesThatAreNotPassed() throws Exception {
    isRefused(
        "argument 1 of sum is of a type that trials do not pass",
        "trials pass numbers, booleans, strings and none; wrap the function in one that takes these",
        "number sum(list)",
        "[]");
    isRefused(
        "the result of list is of a type that trials do not pass",
        "trials pass numbers, booleans, strings and none; wrap the function in one that returns one of"
            + " these",
        "list list()");
  }

  @Test
  void takesNoSymbolThatPenCannotName() throws Exception {
    isRefused(
        "a\"b is not a name that Pen can import",
        "give the name of a foreign import",
        "number a\"b()");
  }

  @Test
  void saysThatThereIsNoCompiler() throws Exception {
    var archive = new ForeignCode(folder).c("one", "double one(void) { return 1; }");
    try (var runner =
        new TrialRunner((_, _) -> new Completion.NotStarted("no such file"), folder)) {
      assertEquals(
          new Outcome.Refused(
              "cc cannot be run: no such file",
              "install a C compiler (Debian: apt-get install gcc), and see that cc is on the PATH"),
          new Trials(runner, List.of(archive)).call("number one()"));
    }
  }
}
