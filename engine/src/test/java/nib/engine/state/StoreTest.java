package nib.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nib.engine.build.BuildRun;
import nib.engine.build.Protocol;
import nib.engine.build.RunRecord;
import nib.engine.build.TrustAnswer;
import nib.engine.diagnostic.Failure;
import nib.engine.target.Targets;
import nib.engine.trial.Outcome;
import nib.engine.trial.TrialRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the store remembers: the same in the database, after opening it again, and in the memory
/// that stands in for it.
final class StoreTest {

  private static final Path PACKAGE = Path.of("/home/ada/some package");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901234Z");

  @TempDir Path folder;

  private int stores;

  @TestFactory
  Stream<DynamicTest> remembersTheSameWithAndWithoutADatabase() {
    return Stream.of(
            new Case("answers about a content", StoreTest::contentAnswers),
            new Case("answers about a folder", StoreTest::folderAnswers),
            new Case("protocols", StoreTest::protocols),
            new Case("builds", StoreTest::builds),
            new Case("trials of every outcome", StoreTest::trials),
            new Case("what was opened", StoreTest::recents),
            new Case("settings", StoreTest::settings))
        .flatMap(one ->
            Stream.of(
                DynamicTest.dynamicTest(one.name, () -> check(one, true)),
                DynamicTest.dynamicTest(one.name + ", fleeting", () -> check(one, false))));
  }

  private record Case(String name, Consumer<Store> check) {}

  private void check(Case one, boolean database) throws Exception {
    Path place = folder.resolve("state " + stores++);
    if (!database) {
      Files.createFile(place);
    }
    try (var store = new Store(place, natives())) {
      one.check.accept(store);
      assertEquals(database, store.warning().isEmpty());
    }
  }

  private static void contentAnswers(Store store) {
    assertEquals(Optional.empty(), store.answerAbout("ab"));
    store.remember(PACKAGE, "ab", TrustAnswer.ONCE);
    assertEquals(Optional.empty(), store.answerAbout("ab"));
    store.remember(PACKAGE, "ab", TrustAnswer.CONTENT);
    assertEquals(Optional.of(TrustAnswer.CONTENT), store.answerAbout("ab"));
    store.remember(PACKAGE, "ab", TrustAnswer.NO);
    assertEquals(Optional.of(TrustAnswer.NO), store.answerAbout("ab"));
    assertEquals(Optional.empty(), store.answerAbout("cd"));
    assertFalse(store.trustsFolder(PACKAGE));
  }

  private static void folderAnswers(Store store) {
    store.remember(PACKAGE, "ab", TrustAnswer.NO);
    store.remember(PACKAGE, "ab", TrustAnswer.FOLDER);
    store.remember(PACKAGE, "ab", TrustAnswer.FOLDER);
    assertTrue(store.trustsFolder(PACKAGE));
    assertEquals(Optional.empty(), store.answerAbout("ab"), "the yes replaces the no");
    store.remember(PACKAGE, "cd", TrustAnswer.NO);
    assertFalse(store.trustsFolder(PACKAGE), "the no replaces the yes");
  }

  private static void protocols(Store store) {
    assertEquals(Optional.empty(), store.protocolOf("ab"));
    store.remember("ab", Protocol.DOCUMENTED);
    store.remember("ab", Protocol.COMPILER);
    assertEquals(Optional.of(Protocol.COMPILER), store.protocolOf("ab"));
  }

  private static void builds(Store store) {
    store.record(run(Optional.empty()));
    store.record(run(Optional.of(new Failure("no", "do"))));
    assertEquals(
        List.of(
            record(Optional.empty(), Optional.of("no; do")),
            record(Optional.of(Protocol.COMPILER), Optional.empty())),
        store.runs(PACKAGE));
    assertEquals(List.of(), store.runs(Path.of("/elsewhere")));
    for (int i = 0; i < Memory.MOST_RUNS; i++) {
      store.record(run(Optional.empty()));
    }
    assertEquals(Memory.MOST_RUNS, store.runs(PACKAGE).size());
  }

  private static BuildRun run(Optional<Failure> failure) {
    var attempt =
        new BuildRun.Attempt(
            Protocol.COMPILER,
            List.of("/some package/pen-ffi.sh", "-t", "x"),
            PACKAGE,
            Map.of(),
            Duration.ZERO,
            List.of(),
            new BuildRun.End.Exited(0));
    return new BuildRun(
        PACKAGE,
        Targets.all().getFirst(),
        NOW,
        Duration.ofNanos(12_345_678_901L),
        List.of(attempt),
        failure.isEmpty() ? Optional.of(Protocol.COMPILER) : Optional.empty(),
        List.of(),
        List.of(),
        failure);
  }

  private static RunRecord record(Optional<Protocol> protocol, Optional<String> failure) {
    return new RunRecord(
        PACKAGE,
        NOW,
        Duration.ofNanos(12_345_678_901L),
        "x86_64-unknown-linux-gnu",
        protocol,
        "'/some package/pen-ffi.sh' -t x",
        failure);
  }

  private static void trials(Store store) {
    var outcomes =
        List.of(
            new Outcome.Returned("\"caf\\xe9\"", Duration.ofNanos(801), "said\n\u0000é"),
            new Outcome.Crashed("SIGSEGV", "invalid memory access", "last"),
            new Outcome.Exited(-3, ""),
            new Outcome.Unresolved("exported", "some words"),
            new Outcome.TimedOut(Duration.ofSeconds(2), "waiting"),
            new Outcome.Cancelled(),
            new Outcome.Refused("wrong type", "write a number"));
    var records =
        outcomes.stream()
            .map(outcome -> new TrialRecord("f", NOW, List.of("1", "\"it's\"", ""), outcome))
            .toList();
    records.forEach(trial -> store.record(PACKAGE, trial));
    store.record(PACKAGE, new TrialRecord("g", NOW, List.of(), new Outcome.Cancelled()));
    assertEquals(records.reversed(), store.trials(PACKAGE, "f"));
    assertEquals(1, store.trials(PACKAGE, "g").size());
    assertEquals(List.of(), store.trials(Path.of("/elsewhere"), "f"));
    for (int i = 0; i < Memory.MOST_TRIALS; i++) {
      store.record(PACKAGE, records.getFirst());
    }
    assertEquals(Memory.MOST_TRIALS, store.trials(PACKAGE, "f").size());
    assertEquals(1, store.trials(PACKAGE, "g").size());
  }

  private static void recents(Store store) {
    for (var name : List.of("a", "b", "a/../c", "a")) {
      store.rememberRecent(Path.of("/" + name));
    }
    assertEquals(List.of(Path.of("/a"), Path.of("/c"), Path.of("/b")), store.recent());
    IntStream.range(0, 30).forEach(i -> store.rememberRecent(Path.of("/many/" + i)));
    assertEquals(20, store.recent().size());
    assertEquals(Path.of("/many/29"), store.recent().getFirst());
    store.forgetRecent();
    assertEquals(List.of(), store.recent());
  }

  private static void settings(Store store) {
    assertEquals(Optional.empty(), store.setting("theme"));
    store.remember("theme", "dark");
    store.remember("theme", "light");
    store.remember("divider", "");
    assertEquals(Optional.of("light"), store.setting("theme"));
    assertEquals(Optional.of(""), store.setting("divider"));
  }

  @Test
  void remembersAfterItWasOpenedAgain() {
    Path place = folder.resolve("state");
    var store = new Store(place, natives());
    store.remember("theme", "dark");
    store.close();
    assertEquals(Optional.of("dark"), store.setting("theme"), "the same store");
    store.close();
    try (var another = new Store(place, natives())) {
      assertEquals(Optional.of("dark"), another.setting("theme"));
      assertEquals(Optional.empty(), another.warning());
    }
  }

  @Test
  void leavesTheDiskAloneUntilItIsAsked() {
    Path place = folder.resolve("state");
    new Store(place, folder.resolve("native")).close();
    assertFalse(Files.exists(place));
    assertFalse(Files.exists(folder.resolve("native")));
  }

  @Test
  void keepsItsFolderToItself() throws Exception {
    Path place = folder.resolve("deep").resolve("state");
    try (var store = new Store(place, natives())) {
      store.recent();
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
  }

  private Path natives() {
    return folder.resolve("native");
  }
}
