package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies as deep and as long as they come.
final class DeepBodiesTest {

  /// Deeper than the parser goes, so that trees are as deep as they come.
  private static final int DEEP = 2_000;

  private static final int LONG = 100_000;
  private static final long SMALL_STACK = 512 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "f( ~ 1 ~ )",
        "( ~ 1 ~ )",
        "!( ~ true ~ )",
        "1 + ( ~ 1 ~ )",
        "[any  ~ 1 ~ ]",
        "[any  ~ 1 ~  for x in [none]]",
        "{number: any 1:  ~ 1 ~ }",
        "if true { ~ 1 ~ } else { 1 }",
        "if x = y as none { ~ 1 ~ } else { 1 }",
        "if [x, ...xs] = [none] { ~ 1 ~ } else { 1 }",
        "if x = {none: none}[none] { ~ 1 ~ } else { 1 }",
        "r{x:  ~ 1 ~ }",
        "\\(x any) any { ~ 1 ~ }",
        "f( ~ 1 ~ ?)",
      })
  void ofAnyDepthEndInAnAnswer(String before, String middle, String after) throws Exception {
    var text =
        "type r { x any }\nf = \\(y any) any {\n  "
            + before.repeat(DEEP)
            + middle
            + after.repeat(DEEP)
            + "\n}\n";
    var checked = inSmallStack(text);
    assertTrue(
        checked.scope().module().diagnostics().stream()
            .anyMatch(one -> one.severity() == Severity.ERROR));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "number ~ 1 ~  + 1",
        "boolean ~ true ~  & true",
        "boolean ~ 1 == 1 ~  == true",
        "string ~ \"\" ~  + \"x\"",
        "number ~ if true { 1 } ~  else if true { 2 }",
      })
  void ofAnyLengthAreRight(String result, String first, String more) throws Exception {
    var end = first.startsWith("if") ? " else { 3 }" : "";
    var text = "f = \\() " + result + " {\n  " + first + more.repeat(LONG) + end + "\n}\n";
    var checked = inSmallStack(text);
    assertEquals(List.of(), checked.scope().module().diagnostics());
    assertEquals(List.of(), checked.diagnostics().stream().map(Diagnostic::message).toList());
  }

  private static CheckedModule inSmallStack(String text) throws InterruptedException {
    var scope = Programs.scope("Main.pen", text);
    var result = new AtomicReference<CheckedModule>();
    var failure = new AtomicReference<Throwable>();
    var thread =
        new Thread(null, () -> result.set(ModuleChecker.check(scope)), "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    assertEquals(null, failure.get());
    return result.get();
  }
}
