package nib.engine.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nib.engine.process.SystemCommands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What native code can do to its process, and what each comes to.
final class TrialDeathsTest {

  @TempDir static Path folder;

  private static TrialRunner runner;
  private static Trials trials;

  @BeforeAll
  static void compile() throws Exception {
    runner = new TrialRunner(new SystemCommands(), folder.resolve("cache"));
    trials = new Trials(runner, List.of(new ForeignCode(folder).c("deaths", source())));
  }

  private static String source() throws Exception {
    try (var in = TrialDeathsTest.class.getResourceAsStream("deaths.c")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  private static Outcome.Crashed crashes(String signature, String... arguments) throws Exception {
    var crashed = trials.ends(Outcome.Crashed.class, signature, arguments);
    assertFalse(crashed.lastWords().contains("Java Runtime"), crashed::lastWords);
    return crashed;
  }

  @Test
  void namesTheSignalTheAddressAndTheFunction() throws Exception {
    var crashed = crashes("number follow(number)", "0");
    assertEquals("SIGSEGV", crashed.signal());
    assertEquals("invalid memory access at address 0x0", crashed.meaning());
    assertTrue(
        crashed.lastWords().matches("about to crash\nin follow\\+0x\\p{XDigit}+"),
        crashed::lastWords);
    assertEquals(
        "invalid memory access at address 0x10", crashes("number follow(number)", "16").meaning());
  }

  @Test
  void tellsNoAddressWhenTheProcessorDoesNot() throws Exception {
    var crashed = crashes("number follow(number)", "0x7000000000000000");
    assertEquals("SIGSEGV invalid memory access", crashed.signal() + " " + crashed.meaning());
  }

  @Test
  void tellsAStackOverflow() throws Exception {
    var crashed = crashes("number recurse(number)", "1");
    assertEquals("SIGSEGV", crashed.signal());
    assertTrue(crashed.meaning().contains("most likely a stack overflow"), crashed::meaning);
  }

  @Test
  void hasAsMuchStackAsAProgram() throws Exception {
    assertEquals("7", trials.returns("number large_frame()").value());
  }

  @Test
  void namesWhatTheProcessorRefuses() throws Exception {
    var divided = crashes("number divide_by_zero(number)", "1");
    assertEquals("SIGFPE", divided.signal());
    assertEquals("arithmetic error, such as a whole number divided by zero", divided.meaning());
    assertEquals("SIGILL", crashes("number trap()").signal());
  }

  @Test
  void namesSignalsThatTheProgramSendsItself() throws Exception {
    var aborted = crashes("number give_up()");
    assertEquals("SIGABRT", aborted.signal());
    assertEquals("the program stopped itself (abort)", aborted.meaning());
    assertEquals("giving up", aborted.lastWords());
    assertEquals("SIGKILL", crashes("number send(number)", "9").signal());
    assertEquals("SIGTERM", crashes("number send(number)", "15").signal());
    assertEquals("SIGQUIT", crashes("number send(number)", "3").signal());
    assertEquals(
        "invalid memory access, by a signal that the program sent itself",
        crashes("number send(number)", "11").meaning());
  }

  @Test
  void tellsThatTheResultWasTheCause() throws Exception {
    var crashed = crashes("string not_from_malloc()");
    assertEquals("SIGABRT", crashed.signal());
    assertEquals(
        "the program stopped itself (abort), after it had returned, while its result was read and"
            + " dropped",
        crashed.meaning());
  }

  @Test
  void survivesADamagedHeap() throws Exception {
    var crashed = crashes("number damage()");
    assertEquals("SIGABRT", crashed.signal());
  }

  @Test
  void tellsTheStatusOfAnExit() throws Exception {
    var exited = trials.ends(Outcome.Exited.class, "number leave(number)", "3");
    assertEquals(3, exited.status());
    assertEquals("leaving", exited.lastWords());
    assertEquals(0, trials.ends(Outcome.Exited.class, "number leave(number)", "0").status());
  }

  @Test
  void callsWhatDoesNotReachAnUndefinedSymbol() throws Exception {
    assertEquals("1", trials.returns("number reach(number)", "0").value());
    var ended = trials.ends(Outcome.Unresolved.class, "number reach(number)", "1");
    assertEquals(new Outcome.Unresolved("exported_by_pen", ""), ended);
  }

  @Test
  void endsACallThatTakesTooLong() throws Exception {
    var outcome = runner.call(trials.order("number spin(number)", Duration.ofMillis(500), "1"));
    assertEquals(new Outcome.TimedOut(Duration.ofMillis(500), "spinning"), outcome);
  }

  @Test
  void stopsWhatTakesAllMemory() throws Exception {
    var crashed = crashes("number hoard()");
    assertEquals("SIGABRT", crashed.signal());
    assertEquals("no more memory", crashed.lastWords());
  }

  @Test
  void keepsTheEndsOfAFlood() throws Exception {
    var returned = trials.returns("number flood(number)", "100000000");
    assertTrue(returned.output().startsWith("start\n~~~~"), "the beginning");
    assertTrue(returned.output().endsWith("~~~~\nend\n"), "the end");
    assertTrue(returned.output().contains("bytes left out"), "what is missing");
    assertTrue(returned.output().length() < 70_000, "the length");
  }

  @Test
  void answersThroughAFileWhenTheFunctionClosesEverything() throws Exception {
    assertEquals("5", trials.returns("number close_streams()").value());
    assertEquals("5", trials.returns("number close_everything()").value());
    assertEquals("5", trials.returns("number close_everything()").value());
  }

  @Test
  void keepsOutputThatIsNotEndedByALine() throws Exception {
    assertEquals("out err", trials.returns("number both()").output());
  }

  @Test
  void forgetsWhereAnEarlierCallWent() throws Exception {
    String start = trials.returns("string go(string)", "\"/\"").value();
    assertEquals(start, trials.returns("string go(string)", "\"/\"").value());
  }

  @Test
  void answersOnceWhenTheFunctionForks() throws Exception {
    var first = trials.returns("number fork_and_return()");
    long parent = Math.round(Double.parseDouble(first.value()));
    assertTrue(parent > 0, "the parent's answer, not the child's");
    var second = trials.returns("number fork_and_return()");
    assertTrue(Double.parseDouble(second.value()) > 0, second::value);
  }

  @Test
  void endsWhatAFunctionHasLeftBehind() throws Exception {
    var first = trials.returns("number leave_a_child_behind()");
    long child = Long.parseLong(first.value());
    assertTrue(ProcessHandle.of(child).isPresent(), "the child lives as long as its worker");
    crashes("number leave_a_child_and_crash()");
    var words = crashes("number leave_a_child_and_crash()").lastWords();
    long orphan = Long.parseLong(words.lines().findFirst().orElseThrow());
    assertGone(orphan);
    trials.returns("number close_streams()");
    assertGone(child);
  }

  /// The system hands out a process's end before it has gone from its table.
  private static void assertGone(long process) {
    ProcessHandle.of(process)
        .ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    assertTrue(ProcessHandle.of(process).isEmpty(), "process " + process + " is still there");
  }
}
