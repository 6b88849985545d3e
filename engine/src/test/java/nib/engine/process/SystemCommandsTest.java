package nib.engine.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SystemCommandsTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  @TempDir Path folder;

  private final Commands commands = new SystemCommands();

  @Test
  void keepsTheTwoStreamsApartAndInOrder() throws Exception {
    var lines = new ConcurrentLinkedQueue<String>();
    var end =
        commands.run(
            shell("echo one; sleep 0.2; echo two >&2; sleep 0.2; printf three"),
            (error, text) -> lines.add((error ? "error " : "out ") + text));
    assertEquals(new Completion.Exited(0), end);
    assertEquals(List.of("out one", "error two", "out three"), List.copyOf(lines));
  }

  @Test
  void tellsLinesWhileTheProgramRuns() throws Exception {
    var lines = new ArrayBlockingQueue<String>(10);
    var go = folder.resolve("go");
    var end =
        CompletableFuture.supplyAsync(() -> {
          try {
            return commands.run(
                shell("echo ready; while ! [ -e go ]; do sleep 0.02; done"),
                (_, text) -> lines.add(text));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    assertEquals("ready", lines.poll(30, SECONDS));
    assertFalse(end.isDone());
    Files.createFile(go);
    assertEquals(new Completion.Exited(0), end.get(30, SECONDS));
  }

  @Test
  void readsLineEndsOfBothKindsAndBytesOfNone() throws Exception {
    assertEquals(
        "a\nb\n\ncaf\ufffd\n", commands.capture(shell("printf 'a\\r\\nb\\n\\ncaf\\351'")).text());
  }

  @Test
  void cutsALineWithoutEnd() throws Exception {
    var lengths = new ConcurrentLinkedQueue<Integer>();
    commands.run(
        shell("head -c 40000 /dev/zero | tr '\\0' x"), (_, text) -> lengths.add(text.length()));
    assertEquals(List.of(16384, 16384, 7232), List.copyOf(lengths));
  }

  @Test
  void givesTheStatusOfASignal() throws Exception {
    assertEquals(new Completion.Exited(128 + 11), run("kill -SEGV $$"));
  }

  @Test
  void givesNothingToReadOnStandardInput() throws Exception {
    assertEquals(new Completion.Exited(1), run("read answer"));
  }

  @Test
  void setsAndRemovesVariables() throws Exception {
    var line =
        new CommandLine(
            List.of("/bin/sh", "-c", "echo \"${NIB_A-unset} ${HOME-unset}\""),
            folder,
            Map.of("NIB_A", "set", "HOME", ""),
            LONG);
    assertEquals("set unset\n", commands.capture(line).text());
  }

  @Test
  void saysWhyAProgramDoesNotStart() throws Exception {
    assertEquals(
        new Completion.NotStarted("No such file or directory"),
        commands.run(line("/nonexistent/program"), (_, _) -> {}));
    Path plain = Files.writeString(folder.resolve("plain"), "text");
    assertEquals(
        new Completion.NotStarted("Permission denied"),
        commands.run(line(plain.toString()), (_, _) -> {}));
    var elsewhere = new CommandLine(List.of("true"), folder.resolve("nowhere"), Map.of(), LONG);
    assertEquals(
        new Completion.NotStarted("there is no folder " + folder.resolve("nowhere")),
        commands.run(elsewhere, (_, _) -> {}));
  }

  @Test
  void endsTheWholeTreeAtTheLimit() throws Exception {
    var pids = new ConcurrentLinkedQueue<Long>();
    var limit = Duration.ofMillis(700);
    var end =
        commands.run(
            new CommandLine(
                List.of(
                    "/bin/sh",
                    "-c",
                    "trap '' TERM INT HUP; (trap '' TERM; sh -c 'echo $$; sleep 300' & echo $$; wait) & wait"),
                folder,
                Map.of(),
                limit),
            (_, text) -> pids.add(Long.valueOf(text)));
    assertEquals(new Completion.TimedOut(limit), end);
    assertEquals(2, pids.size());
    pids.forEach(SystemCommandsTest::assertGone);
  }

  @Test
  void endsTheWholeTreeWhenInterrupted() throws Exception {
    var pids = new ArrayBlockingQueue<String>(10);
    var thrown = new CompletableFuture<Throwable>();
    var caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                commands.run(shell("sh -c 'echo $$; sleep 300'"), (_, text) -> pids.add(text));
              } catch (InterruptedException | RuntimeException e) {
                thrown.complete(e);
              }
            });
    long child = Long.parseLong(String.valueOf(pids.poll(30, SECONDS)));
    caller.interrupt();
    assertInstanceOf(InterruptedException.class, thrown.get(30, SECONDS));
    assertGone(child);
  }

  @Test
  void isNotHeldUpByAChildThatKeepsTheStreams() throws Exception {
    var lines = new ConcurrentLinkedQueue<String>();
    var end =
        commands.run(
            shell(
                "(trap '' PIPE; while ! [ -e go ]; do sleep 0.02; done; echo late; touch said) & echo $!"),
            (_, text) -> lines.add(text));
    assertEquals(new Completion.Exited(0), end);
    Files.createFile(folder.resolve("go"));
    while (!Files.exists(folder.resolve("said"))) {
      Thread.sleep(5);
    }
    assertEquals(1, lines.size(), "nothing is told after the run");
  }

  @Test
  void readsOnWhenTheListenerFails() {
    var failure = new IllegalStateException("from the listener");
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                commands.run(
                    shell("head -c 1000000 /dev/zero | tr '\\0' '\\n'; touch done"),
                    (_, _) -> {
                      throw failure;
                    }));
    assertEquals(failure, thrown);
    assertTrue(Files.exists(folder.resolve("done")));
  }

  @Test
  void endsWhatRunsWhenItIsToldToEndItself() throws Exception {
    var nib =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RunsForEver.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (var lines = nib.inputReader()) {
      long child = Long.parseLong(String.valueOf(lines.readLine()));
      assertTrue(ProcessHandle.of(child).isPresent());
      nib.destroy();
      assertTrue(nib.waitFor(30, SECONDS));
      assertGone(child);
    }
  }

  /// A program of its own that runs another one.
  static final class RunsForEver {
    public static void main(String[] arguments) throws InterruptedException {
      var line =
          new CommandLine(
              List.of("/bin/sh", "-c", "sh -c 'echo $$; sleep 300'"),
              Path.of(arguments[0]),
              Map.of(),
              LONG);
      new SystemCommands().run(line, (_, text) -> System.out.println(text));
    }
  }

  private Completion run(String script) throws InterruptedException {
    return commands.run(shell(script), (_, _) -> {});
  }

  private CommandLine shell(String script) {
    return line("/bin/sh", "-c", script);
  }

  private CommandLine line(String... words) {
    return new CommandLine(List.of(words), folder, Map.of(), LONG);
  }

  /// A killed process stays in the table until its parent has taken notice; it does not run.
  private static void assertGone(long pid) {
    var handle = ProcessHandle.of(pid);
    handle.ifPresent(one -> {
      try {
        one.onExit().get(10, SECONDS);
      } catch (Exception e) {
        throw new AssertionError("process " + pid + " still runs", e);
      }
    });
  }
}
