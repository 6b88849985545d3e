package nib.engine.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import nib.engine.process.SystemCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long workers live, and that none outlives its use.
final class TrialWorkersTest {

  private static final String SOURCE =
      """
      #include <unistd.h>
      static pen_string *said(pen_string *path, const char *text) {
        char name[4096] = {0};
        memcpy(name, path->bytes, length_of(path));
        FILE *file = fopen(name, "w");
        fputs(text, file);
        fclose(file);
        return path;
      }
      double process(void) { return getpid(); }
      double other(void) { return getpid(); }
      double crash(void) { return *(volatile int *)0; }
      double fragile(bool crashes) {
        static double calls;
        return crashes ? *(volatile int *)0 : ++calls;
      }
      double state(void) { static double calls; return ++calls; }
      /* Tells its process and stays. */
      double stay(pen_string *path) {
        char text[20];
        sprintf(text, "%d\\n", getpid());
        drop(said(path, text));
        for (;;) pause();
      }
      /* Comes back when two calls are here at the same time. */
      bool meet(pen_string *mine, pen_string *others) {
        char name[4096] = {0};
        memcpy(name, others->bytes, length_of(others));
        drop(said(mine, "here"));
        drop(others);
        while (access(name, F_OK) != 0) usleep(1000);
        return true;
      }
      pen_string *natives(void) {
        char line[4096];
        FILE *maps = fopen("/proc/self/maps", "r");
        while (fgets(line, sizeof line, maps))
          if (strstr(line, "jnidispatch")) break;
        fclose(maps);
        char *path = strchr(line, '/');
        return make(path, strlen(path) - 1);
      }
      """;

  @TempDir Path folder;

  private Trials trials;

  @BeforeEach
  void open() throws Exception {
    var runner = new TrialRunner(new SystemCommands(), folder.resolve("cache"));
    trials = new Trials(runner, List.of(new ForeignCode(folder).c("workers", SOURCE)));
  }

  @AfterEach
  void close() {
    trials.runner().close();
  }

  private long process(String signature) throws InterruptedException {
    return Long.parseLong(trials.returns(signature).value());
  }

  @Test
  void aWorkerServesItsLibraryAgain() throws Exception {
    long first = process("number process()");
    assertEquals(first, process("number process()"));
    assertEquals("1", trials.returns("number state()").value());
    assertEquals("2", trials.returns("number state()").value());
  }

  @Test
  void aWorkerServesNoOtherLibrary() throws Exception {
    long first = process("number process()");
    long other = process("number other()");
    assertNotEquals(first, other);
    assertGone(first);
  }

  @Test
  void aCrashLeavesTheNextCallAlone() throws Exception {
    assertEquals("1", trials.returns("number fragile(boolean)", "false").value());
    assertEquals("2", trials.returns("number fragile(boolean)", "false").value());
    trials.ends(Outcome.Crashed.class, "number fragile(boolean)", "true");
    assertEquals("1", trials.returns("number fragile(boolean)", "false").value());
  }

  @Test
  void aWorkerThatWasEndedFromOutsideIsReplaced() throws Exception {
    long first = process("number process()");
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    assertGone(first);
    assertNotEquals(first, process("number process()"));
  }

  @Test
  void warmingUpKeepsAFreshWorkerWaiting() throws Exception {
    trials.runner().warmUp();
    var fresh = workers();
    assertEquals(1, fresh.size());
    assertEquals(fresh.getFirst(), process("number process()"));
    await("a used worker and a fresh one", () -> workers().size() == 2);
    trials.runner().close();
    await("no worker", () -> workers().isEmpty());
  }

  /// Child processes of this one that run a JVM: the workers.
  private static List<Long> workers() {
    return ProcessHandle.current()
        .children()
        .filter(one -> one.info().command().orElse("").endsWith("java"))
        .map(ProcessHandle::pid)
        .toList();
  }

  @Test
  void callsRunSideBySide() throws Exception {
    var left = folder.resolve("left");
    var right = folder.resolve("right");
    var one = inBackground(() -> meet(left, right));
    assertEquals("true", meet(right, left).value());
    assertEquals("true", one.get().value());
  }

  private Outcome.Returned meet(Path mine, Path others) throws InterruptedException {
    return trials.returns("boolean meet(string, string)", quoted(mine), quoted(others));
  }

  @Test
  void anInterruptCancelsTheCallAndEndsItsWorker() throws Exception {
    var file = folder.resolve("running");
    var call = inBackground(() -> trials.call("number stay(string)", quoted(file)));
    long worker = awaitProcess(file);
    call.thread().interrupt();
    assertEquals(new Outcome.Cancelled(), call.get());
    assertGone(worker);
  }

  @Test
  void anInterruptBeforeTheCallIsAnInterrupt() throws Exception {
    var call =
        inBackground(() -> {
          Thread.currentThread().interrupt();
          return assertThrows(InterruptedException.class, () -> trials.call("number process()"));
        });
    call.get();
    assertTrue(process("number process()") > 0);
  }

  @Test
  void closingCancelsWhatRuns() throws Exception {
    var file = folder.resolve("running");
    var call = inBackground(() -> trials.call("number stay(string)", quoted(file)));
    long worker = awaitProcess(file);
    trials.runner().close();
    assertEquals(new Outcome.Cancelled(), call.get());
    assertGone(worker);
    assertEquals(
        new Outcome.Refused("Nib is closing", "start it again to make a trial"),
        trials.call("number process()"));
  }

  @Test
  void aWorkerEndsWithTheProcessThatStartedIt() throws Exception {
    var file = folder.resolve("running");
    var parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                LonelyParent.class.getName(),
                trials.archives().getFirst().toString(),
                folder.resolve("cache").toString(),
                file.toString())
            .inheritIO()
            .start();
    long worker = awaitProcess(file);
    assertTrue(ProcessHandle.of(worker).isPresent());
    parent.destroyForcibly();
    assertGone(worker);
  }

  /// Makes a call that never ends.
  static final class LonelyParent {

    private LonelyParent() {}

    /// Calls from a process of its own.
    ///
    /// @param arguments the archive, the cache folder, the file that tells of the call
    public static void main(String[] arguments) throws InterruptedException {
      try (var runner = new TrialRunner(new SystemCommands(), Path.of(arguments[1]))) {
        var trials = new Trials(runner, List.of(Path.of(arguments[0])));
        System.out.println(
            runner.call(
                trials.order(
                    "number stay(string)", Duration.ofMinutes(5), quoted(Path.of(arguments[2])))));
      }
    }
  }

  @Test
  void nativesAreUnpackedIntoTheCacheFolder() throws Exception {
    String place = trials.returns("string natives()").value();
    assertTrue(place.startsWith("\"" + folder.resolve("cache") + "/jna-"), place);
  }

  @Test
  void leavesNothingInTheTemporaryFolder() throws Exception {
    process("number process()");
    trials.ends(Outcome.Crashed.class, "number crash()");
    trials.runner().close();
    try (var left = Files.list(folder.resolve("cache"))) {
      assertFalse(left.anyMatch(one -> one.getFileName().toString().startsWith("link-")));
    }
  }

  private static String quoted(Path path) {
    return "\"" + path + "\"";
  }

  private static long awaitProcess(Path file) throws Exception {
    await("the call's process", () -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    return Long.parseLong(Files.readString(file).strip());
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    var deadline = Instant.now().plusSeconds(60);
    while (!condition.call()) {
      assertTrue(Instant.now().isBefore(deadline), () -> what + " did not come");
      Thread.onSpinWait();
    }
  }

  private static void assertGone(long process) throws Exception {
    var handle = ProcessHandle.of(process);
    if (handle.isPresent()) {
      handle.get().onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static <T> Background<T> inBackground(Callable<T> work) {
    var task = new FutureTask<>(work);
    return new Background<>(Thread.ofPlatform().start(task), task);
  }

  private record Background<T>(Thread thread, FutureTask<T> task) {

    T get() throws Exception {
      return task.get(60, TimeUnit.SECONDS);
    }
  }
}
