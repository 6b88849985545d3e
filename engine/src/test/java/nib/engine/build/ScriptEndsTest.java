package nib.engine.build;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import nib.engine.build.BuildRun.End;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// All the ways in which a script gives no archive, and the sentence for each.
@Timeout(120)
final class ScriptEndsTest {

  @TempDir Path folder;

  private ScriptWorkshop shop;

  @BeforeEach
  void open() throws Exception {
    shop = new ScriptWorkshop(folder);
  }

  @Test
  void saysThatNothingWasPrintedAndNothingLeft() throws Exception {
    shop.shell("exit 0\n");
    check(
        "`pen-ffi.sh` ended well, but printed no path of an archive and left none at the output"
            + " path; print the absolute path of the `.a` file on standard output, or copy the file"
            + " to the path that follows `-t <target>`");
  }

  @Test
  void saysTheStatusTheFirstErrorAndHowToSeeItInATerminal() throws Exception {
    shop.shell(
        """
        echo compiling >&2
        echo "lib.c:3:5: error: expected ';'" >&2
        echo '   3 | int x' >&2
        exit 2
        """);
    check(
        "`pen-ffi.sh` ended with status 2: lib.c:3:5: error: expected ';'; correct that; to see the"
            + " same in a terminal: cd 'ROOT' && 'ROOT/pen-ffi.sh'");
  }

  @Test
  void saysTheLastLineWhereNoneSpeaksOfAnError() throws Exception {
    shop.shell("echo first >&2\necho 'no compiler for this' >&2\necho >&2\nexit 1\n");
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` ended with status 1: no compiler for this;"));
  }

  @Test
  void saysWhereItFailedInSilence() throws Exception {
    shop.shell("exit 7\n");
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` ended with status 7 and said nothing; "));
  }

  @Test
  void saysWhichSignalEndedIt() throws Exception {
    shop.shell("kill -9 $$\n");
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` was ended by signal 9 and said nothing; "));
  }

  @Test
  void namesTheToolThatIsMissing() throws Exception {
    shop.shell("set -e\nno-such-compiler -c lib.c\n");
    String failure = shop.failure(shop.build());
    assertTrue(
        failure.endsWith(
            "no-such-compiler: not found; install `no-such-compiler`, then build again"),
        failure);
  }

  @Test
  void aCompilersErrorSaysMoreThanAComplaintAboutArguments() throws Exception {
    shop.shell(
        """
        set -eu
        if [ $# -lt 3 ]; then echo 'usage: pen-ffi.sh -t TARGET OUTPUT' >&2; exit 64; fi
        echo 'lib.c:1:1: error: unknown type name' >&2
        exit 1
        """);
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` ended with status 1: lib.c:1:1: error"));
    shop.shell(
        """
        if [ $# -gt 2 ]; then echo 'usage: pen-ffi.sh [-t TARGET]' >&2; exit 64; fi
        echo 'lib.c:1:1: error: unknown type name' >&2
        exit 1
        """);
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` ended with status 1: lib.c:1:1: error"));
  }

  @Test
  void anUnsetParameterIsAComplaintAboutArguments() throws Exception {
    shop.shell("set -eu\n[ $# = 0 ] && cp lib.a \"$1\"\necho 'ld: fatal: no' >&2\nexit 1\n");
    assertTrue(
        shop.failure(shop.build()).startsWith("`pen-ffi.sh` ended with status 1: ld: fatal"));
  }

  @Test
  void saysWhichPrintedPathIsMissing() throws Exception {
    shop.shell("echo /nowhere/lib.a\n");
    check(
        "`pen-ffi.sh` printed the path /nowhere/lib.a, and there is no such file; print the path of"
            + " the archive that the script really writes");
    shop.shell("echo out/lib.a\n");
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` printed the path ROOT/out/lib.a, and there is no such file"));
  }

  @Test
  void saysWhichPrintedPathIsNoArchive() throws Exception {
    shop.shell("touch lib.so\necho \"$PWD/lib.so\"\n");
    assertTrue(
        shop.failure(shop.build())
            .startsWith("`pen-ffi.sh` printed the path ROOT/lib.so, which is no `.a` file; "));
  }

  @Test
  void saysThatTheInterpreterIsMissing() throws Exception {
    shop.script("#!/opt/none/ruby\n");
    check(
        "`pen-ffi.sh` does not start: its interpreter /opt/none/ruby is not there; install it, or"
            + " correct the first line of `pen-ffi.sh`");
  }

  @Test
  void saysThatTheFirstLineEndsWithACarriageReturn() throws Exception {
    shop.script("#!/bin/sh\r\necho hi\r\n");
    check(
        "`pen-ffi.sh` does not start: the first line of `pen-ffi.sh` ends with a carriage return,"
            + " which the system takes for a part of the interpreter's name; save it with LF line"
            + " ends: sed -i 's/\\r$//' pen-ffi.sh");
  }

  @Test
  void endsAScriptThatNeverEndsWithItsChildren() throws Exception {
    shop.limit = Duration.ofSeconds(1);
    shop.patience = Duration.ofMillis(200);
    shop.shell(
        "trap '' TERM INT HUP\nsh -c 'echo $$ > child; exec sleep 300' &\necho waiting >&2\nwait\n");
    var run = shop.build();
    assertEquals(
        "`pen-ffi.sh` still ran after 1 s and was ended with everything it had started; it last said:"
            + " waiting; see what it waits for: it gets no input, and nobody answers its questions",
        shop.failure(run));
    assertEquals(1, run.attempts().size(), "the other protocol would wait as long");
    assertEquals(new End.TimedOut(shop.limit), run.attempts().getFirst().end());
    assertTrue(
        ScriptWorkshop.texts(run.attempts().getFirst().output())
            .contains(
                "NIB still running after 0.2 s; Ctrl+C in a terminal or Esc in the window ends it, and"
                    + " Nib does after 1 s"));
    assertGone(Files.readString(shop.root.resolve("child")).strip());
  }

  @Test
  void endsAScriptThatIsCancelledAndKeepsItsRecord() throws Exception {
    shop.shell("echo $$\ntrap '' TERM INT\nwhile :; do sleep 0.1; done\n");
    var cancelled = new CompletableFuture<Boolean>();
    var record = new CompletableFuture<BuildRun>();
    var builder =
        Thread.ofPlatform()
            .start(() -> {
              try {
                record.complete(shop.build());
                cancelled.complete(Thread.currentThread().isInterrupted());
              } catch (FailureException | RuntimeException | AssertionError e) {
                record.completeExceptionally(e);
              }
            });
    while (shop.live.isEmpty()) {
      Thread.sleep(5);
    }
    builder.interrupt();
    var run = record.get(30, SECONDS);
    assertTrue(cancelled.get(30, SECONDS), "the thread is still interrupted");
    assertInstanceOf(End.Cancelled.class, run.attempts().getLast().end());
    assertTrue(
        shop.failure(run).startsWith("`pen-ffi.sh` was cancelled and ended with everything"));
    assertEquals(1, run.attempts().size());
    assertGone(shop.live.getFirst().text());
  }

  @Test
  void keepsTheBeginningAndTheEndOfAnEndlessOutput() throws Exception {
    shop.shell("seq 1 300000\ntouch lib.a\necho \"$PWD/lib.a\"\n");
    var run = shop.build();
    var lines = run.attempts().getFirst().output();
    assertEquals(lines, shop.live);
    assertTrue(run.succeeded(), () -> shop.failure(run));
    assertEquals(Transcript.FIRST_LINES + Transcript.LAST_LINES + 2, lines.size());
    assertEquals("10000", lines.get(Transcript.FIRST_LINES - 1).text());
    assertEquals(
        "a long output: its last lines follow when the script has ended",
        lines.get(Transcript.FIRST_LINES).text());
    assertEquals("288,001 lines are left out here", lines.get(Transcript.FIRST_LINES + 1).text());
    assertEquals(OutputLine.Stream.NIB, lines.get(Transcript.FIRST_LINES + 1).stream());
    assertEquals(shop.root.resolve("lib.a").toString(), lines.getLast().text());
  }

  @Test
  void keepsLittleOfALineWithoutEnd() throws Exception {
    shop.shell("head -c 50000000 /dev/zero | tr '\\0' x\n");
    var run = shop.build();
    int kept =
        run.attempts().getFirst().output().stream().mapToInt(line -> line.text().length()).sum();
    assertTrue(kept < 6_000_000, () -> "kept " + kept);
    assertFalse(run.succeeded());
  }

  @Test
  void aCacheFolderThatCannotBeWrittenIsAFailure() throws Exception {
    shop.shell("exit 0\n");
    Files.createFile(shop.cache);
    var thrown = assertThrows(FailureException.class, shop::build);
    assertTrue(thrown.failure().what().contains("cannot be written"), thrown::toString);
  }

  private void check(String expected) throws FailureException {
    assertEquals(expected, shop.failure(shop.build()));
  }

  private static void assertGone(String pid) {
    ProcessHandle.of(Long.parseLong(pid))
        .ifPresent(one -> {
          try {
            one.onExit().get(10, SECONDS);
          } catch (Exception e) {
            throw new AssertionError("process " + pid + " still runs", e);
          }
        });
  }
}
