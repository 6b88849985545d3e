package nib.engine.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.build.BuildRun.End;
import nib.engine.diagnostic.FailureException;
import nib.engine.process.SystemCommands;
import nib.engine.target.Targets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which protocol a script is run by, and what each gives.
final class ProtocolsTest {

  private static final String DOCUMENTED =
      """
      echo "arguments: $*" >&2
      touch lib.a
      echo "$PWD/lib.a"
      """;

  private static final String COMPILER =
      """
      set -eu
      [ "$1" = -t ] || exit 3
      echo "arguments: $*" >&2
      echo fresh > "$3"
      """;

  @TempDir Path folder;

  private ScriptWorkshop shop;

  @BeforeEach
  void open() throws Exception {
    shop = new ScriptWorkshop(folder);
  }

  @Test
  void theDocumentedFormHasNoTargetWhereNoneWasChosen() throws Exception {
    var script = shop.shell(DOCUMENTED);
    var run = shop.build();
    assertTrue(run.succeeded(), () -> shop.failure(run));
    assertEquals(List.of(shop.root.resolve("lib.a")), run.archives());
    assertEquals(Optional.of(Protocol.DOCUMENTED), run.protocol());
    assertEquals(Targets.host(), run.target());
    var attempt = run.attempts().getFirst();
    assertEquals(1, run.attempts().size());
    assertEquals(List.of(script.toString()), attempt.command());
    assertEquals(shop.root, attempt.directory());
    assertEquals(Map.of(), attempt.environment());
    assertEquals(new End.Exited(0), attempt.end());
    assertEquals(
        List.of("ERROR arguments: ", "OUT " + shop.root.resolve("lib.a")),
        ScriptWorkshop.texts(attempt.output()).stream().sorted().toList());
    assertEquals(attempt.output(), List.copyOf(shop.live));
    assertEquals(List.of(), run.remarks());
  }

  @Test
  void theDocumentedFormGetsTheTargetThatWasChosen() throws Exception {
    var script = shop.shell(DOCUMENTED);
    var run = shop.build(ScriptWorkshop.ARM);
    assertEquals(ScriptWorkshop.ARM, run.target());
    assertEquals(
        List.of(script.toString(), "-t", "aarch64-unknown-linux-gnu"),
        run.attempts().getFirst().command());
  }

  @Test
  void theCompilersFormFollowsWhereNothingIsPrinted() throws Exception {
    shop.shell("if [ $# = 3 ]; then echo archive > \"$3\"; fi\n");
    var run = shop.build(ScriptWorkshop.ARM);
    assertTrue(run.succeeded(), () -> shop.failure(run));
    assertEquals(Optional.of(Protocol.COMPILER), run.protocol());
    assertEquals(2, run.attempts().size());
    assertEquals("archive\n", Files.readString(run.archives().getFirst()));
    assertEquals("libsome_package.a", run.archives().getFirst().getFileName().toString());
    assertTrue(run.archives().getFirst().startsWith(shop.cache));
    assertEquals(
        List.of(
            "`pen-ffi.sh` follows the compiler's protocol and not the manual's: print the archive's"
                + " absolute path when there is no argument after `-t <target>`"),
        run.remarks());
  }

  @Test
  void theCompilersFormFollowsWhereTheDocumentedOneFails() throws Exception {
    shop.shell(COMPILER);
    var run = shop.build();
    assertTrue(run.succeeded(), () -> shop.failure(run));
    assertEquals(Optional.of(Protocol.COMPILER), run.protocol());
    assertEquals(Targets.host().triple(), run.attempts().getLast().command().get(2));
  }

  @Test
  void theErrorOfOneFormCountsMoreThanTheSilenceOfTheOther() throws Exception {
    shop.shell(
        """
        [ $# -gt 0 ] || exit 1
        echo "error: no compiler for this" >&2
        exit 1
        """);
    var run = shop.build();
    assertTrue(
        run.failure().orElseThrow().what().endsWith("error: no compiler for this"),
        () -> shop.failure(run));
  }

  @Test
  void everyPackageAndTargetHasAnOutputPathOfItsOwn(@TempDir Path other) throws Exception {
    shop.shell(COMPILER);
    var host = shop.build().archives().getFirst();
    var arm = shop.build(ScriptWorkshop.ARM).archives().getFirst();
    var neighbour = new ScriptWorkshop(other);
    neighbour.shell(COMPILER);
    var runner =
        new ScriptRunner(new SystemCommands(), neighbour.memory, shop.cache, shop.patience);
    var order = new BuildOrder(neighbour.root, Optional.empty(), true, shop.limit);
    var third = runner.run(neighbour.found(), order, _ -> {}).archives().getFirst();
    assertEquals(3, List.of(host, arm, third).stream().distinct().count());
  }

  @Test
  void whatWorkedGoesFirstTheNextTime() throws Exception {
    shop.shell(COMPILER);
    shop.build();
    var again = shop.build();
    assertEquals(1, again.attempts().size());
    assertEquals(Protocol.COMPILER, again.attempts().getFirst().protocol());
    assertEquals(List.of(), again.remarks());

    shop.shell(COMPILER + "# changed\n");
    assertEquals(2, shop.build().attempts().size(), "another content is another script");
  }

  @Test
  void aFailureOfAKnownProtocolIsNotTriedAgainByTheOther() throws Exception {
    shop.shell("[ -e broken ] && { echo 'lib.c:1: error: no' >&2; exit 1; }\n" + DOCUMENTED);
    assertTrue(shop.build().succeeded());
    Files.createFile(shop.root.resolve("broken"));
    var run = shop.build();
    assertEquals(1, run.attempts().size());
    assertTrue(
        shop.failure(run).startsWith("`pen-ffi.sh` ended with status 1: lib.c:1: error: no"));
  }

  @Test
  void theOtherProtocolFollowsWhereTheKnownOneGivesNothing() throws Exception {
    var found = shop.shell(DOCUMENTED);
    shop.memory.protocols.put(shop.found().digest(), Protocol.COMPILER);
    var run = shop.build();
    assertEquals(Optional.of(Protocol.DOCUMENTED), run.protocol(), found::toString);
    assertEquals(Protocol.DOCUMENTED, shop.memory.protocols.get(shop.found().digest()));
    assertTrue(run.remarks().getFirst().contains("follows the manual's protocol and not"));
  }

  @Test
  void aStaleArchiveIsNeverTakenForANewOne() throws Exception {
    shop.shell("[ -e once ] || { touch once; echo archive > \"${3-/dev/null}\"; }\n");
    shop.memory.protocols.put(shop.found().digest(), Protocol.COMPILER);
    var first = shop.build();
    assertTrue(first.succeeded(), () -> shop.failure(first));
    var second = shop.build();
    assertFalse(second.succeeded());
    assertFalse(Files.exists(first.archives().getFirst()));
  }

  @Test
  void aScriptThatPrintsItsPathNeedsNoCacheFolder() throws Exception {
    Files.writeString(shop.cache, "no folder can be made here");
    shop.shell(DOCUMENTED);
    var run = shop.build();
    assertTrue(run.succeeded(), () -> shop.failure(run));
  }

  @Test
  void severalArchivesKeepTheirOrder() throws Exception {
    shop.shell(
        "touch z.a a.a\necho \"$PWD/z.a\"\necho\necho \"  $PWD/a.a  \"\necho \"$PWD/z.a\"\n");
    assertEquals(
        List.of(shop.root.resolve("z.a"), shop.root.resolve("a.a")), shop.build().archives());
  }

  @Test
  void pathsMayEndInCarriageReturns() throws Exception {
    shop.shell("touch lib.a\nprintf '%s\\r\\n' \"$PWD/lib.a\"\n");
    assertEquals(List.of(shop.root.resolve("lib.a")), shop.build().archives());
  }

  @Test
  void aRelativePathIsTakenFromThePackageWithARemark() throws Exception {
    shop.shell("mkdir -p out\ntouch out/lib.a\necho out/../out/lib.a\n");
    var run = shop.build();
    assertEquals(List.of(shop.root.resolve("out/lib.a")), run.archives());
    assertEquals(
        List.of(
            "`pen-ffi.sh` printed the relative path `out/../out/lib.a`, taken from the package's"
                + " folder: print the absolute one"),
        run.remarks());
  }

  @Test
  void talkOnStandardOutputIsLeftAloneWithARemark() throws Exception {
    shop.shell("echo building lib.a\ncommand -v sh\ntouch lib.a\necho \"$PWD/lib.a\"\necho done\n");
    var run = shop.build();
    assertEquals(List.of(shop.root.resolve("lib.a")), run.archives());
    assertEquals(
        List.of(
            "standard output is for the archives' paths: send `done` and its like to standard error"),
        run.remarks());
  }

  @Test
  void aScriptOnlyRunsWithAYes() throws Exception {
    shop.shell("touch ran\n");
    var order = new BuildOrder(shop.root, Optional.empty(), false, shop.limit);
    var thrown =
        assertThrows(FailureException.class, () -> shop.runner().run(shop.found(), order, _ -> {}));
    assertEquals(
        "%s has not been trusted to run yet; read it, then say yes with --trust"
            .formatted(shop.root.resolve("pen-ffi.sh")),
        thrown.failure().toString());
    assertFalse(Files.exists(shop.root.resolve("ran")));
  }

  @Test
  void aYesIsForTheTextThatWasShown() throws Exception {
    shop.shell(DOCUMENTED);
    var shown = shop.found();
    shop.shell("touch ran\n");
    var order = new BuildOrder(shop.root, Optional.empty(), true, shop.limit);
    var thrown =
        assertThrows(FailureException.class, () -> shop.runner().run(shown, order, _ -> {}));
    assertTrue(thrown.failure().what().endsWith("was changed since it was read"));
    assertFalse(Files.exists(shop.root.resolve("ran")));
  }
}
