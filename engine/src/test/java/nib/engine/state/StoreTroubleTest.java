package nib.engine.state;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What can happen to a database, and that Nib goes on.
@Timeout(120)
final class StoreTroubleTest {

  @TempDir Path folder;

  @Test
  void goesOnWithoutADamagedDatabase() throws Exception {
    Path file = Files.writeString(folder.resolve("nib.db"), "this is no database\n".repeat(100));
    check(
        "%s is damaged, so nothing is remembered; move it away, and Nib begins a new one: mv %s %s"
            .formatted(file, file, file + ".damaged"));
    assertTrue(Files.readString(file).startsWith("this is no database"), "it is left as it is");
  }

  @Test
  void goesOnWhereTheDamageShowsOnlyLater() throws Exception {
    try (var store = store()) {
      for (int i = 0; i < 100; i++) {
        store.remember("key " + i, "v".repeat(4000));
      }
    }
    Path file = folder.resolve("nib.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0xff);
    Files.write(file, bytes);
    check(
        "%s is damaged, so nothing is remembered; move it away, and Nib begins a new one: mv %s %s"
            .formatted(file, file, file + ".damaged"));
  }

  @Test
  void leavesADatabaseOfANewerNibAlone() throws Exception {
    try (var store = store()) {
      store.remember("key", "value");
    }
    Path file = folder.resolve("nib.db");
    try (var database = Database.open(file)) {
      database.update("PRAGMA user_version = 7");
    }
    byte[] before = Files.readAllBytes(file);
    check(
        "%s was written by a newer Nib (its format is 7 and this Nib knows 1), so nothing is remembered; use the newer Nib, or move the file away"
            .formatted(file));
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file)));
  }

  @Test
  void goesOnWithoutAFolderToWriteTo() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    try (var store = new Store(file.resolve("state"), folder.resolve("native"))) {
      assertTrue(
          store.warning().orElseThrow().cure().equals("give yourself the right to write there"));
    }
  }

  private void check(String warning) {
    try (var store = store()) {
      store.remember("key", "changed");
      assertEquals(Optional.of("changed"), store.setting("key"));
      assertEquals(warning, store.warning().orElseThrow().toString());
    }
  }

  @Test
  void severalProgramsWriteAtOnceFromTheFirstMomentOn() throws Exception {
    int programs = 4;
    int each = 50;
    var running = new ArrayList<Process>();
    for (int i = 0; i < programs; i++) {
      running.add(writer("program " + i, each));
    }
    for (var one : running) {
      String said = new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(one.waitFor(60, SECONDS));
      assertEquals(0, one.exitValue(), said);
    }
    try (var store = store()) {
      for (int i = 0; i < programs; i++) {
        for (int k = 0; k < each; k++) {
          assertEquals(Optional.of("written"), store.setting("program " + i + " " + k));
        }
      }
    }
  }

  @Test
  void waitsForAnotherWriter() throws Exception {
    try (var store = store();
        var other = store()) {
      store.remember("key", "first");
      try (var database = Database.open(folder.resolve("nib.db"))) {
        var waiting = new CompletableFuture<Thread>();
        database.inTransaction(() -> {
          database.update("UPDATE setting SET value = 'second'");
          waiting.complete(Thread.ofPlatform().start(() -> other.remember("key", "third")));
          // Nothing tells that SQLite waits; without waiting the other would long have given up.
          LockSupport.parkNanos(300_000_000);
        });
        waiting.get().join();
      }
      assertEquals(Optional.empty(), other.warning());
      assertEquals(Optional.of("third"), store.setting("key"));
    }
  }

  @Test
  void severalThreadsShareAStore() throws Exception {
    try (var store = store()) {
      var threads =
          IntStream.range(0, 4)
              .mapToObj(i ->
                  Thread.ofPlatform()
                      .start(() -> {
                        for (int k = 0; k < 50; k++) {
                          store.remember(i + " " + k, "written");
                        }
                      }))
              .toList();
      for (var thread : threads) {
        thread.join();
      }
      assertEquals(Optional.empty(), store.warning());
      for (int i = 0; i < 4; i++) {
        assertEquals(Optional.of("written"), store.setting(i + " 49"));
      }
    }
  }

  @Test
  void aKilledProgramLosesNothingThatItSaidWasWritten() throws Exception {
    var writer = writer("killed", Integer.MAX_VALUE);
    int said = 0;
    try (var lines = writer.inputReader()) {
      while (said < 200) {
        said = Integer.parseInt(String.valueOf(lines.readLine())) + 1;
      }
      // Not Process.destroyForcibly, which throws away what was said and not yet read.
      assertTrue(writer.toHandle().destroyForcibly());
      assertTrue(writer.waitFor(30, SECONDS));
      for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
        said = Math.max(said, Integer.parseInt(line) + 1);
      }
    }
    try (var store = store()) {
      for (int k = 0; k < said; k++) {
        assertEquals(Optional.of("written"), store.setting("killed " + k), "of " + said);
      }
      store.remember("after", "written");
      assertEquals(Optional.empty(), store.warning());
    }
    try (var database = Database.open(folder.resolve("nib.db"))) {
      assertEquals(List.of("ok"), integrity(database));
    }
  }

  @Test
  void leavesNoCopyOfItsLibraryInTheSystemsFolderForTemporaryFiles() throws Exception {
    try (var store = store()) {
      store.recent();
    }
    try (var files = Files.walk(folder.resolve("native"))) {
      assertEquals(1, files.filter(Files::isRegularFile).count());
    }
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertEquals(
          List.of(), files.filter(file -> file.toString().contains("sqlitejdbc")).toList());
    }
  }

  private static List<String> integrity(Database database) throws SQLException {
    return database.query("PRAGMA integrity_check", row -> row.getString(1));
  }

  private Store store() {
    return new Store(folder, folder.resolve("native"));
  }

  private Process writer(String name, int count) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString(),
            name,
            String.valueOf(count))
        .redirectErrorStream(true)
        .start();
  }

  /// A program of its own that writes settings and says the number of each when it is written.
  static final class Writer {
    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      try (var store = new Store(folder, folder.resolve("native"))) {
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
          store.remember(arguments[1] + " " + i, "written");
          System.out.println(i);
          System.out.flush();
        }
        store
            .warning()
            .ifPresent(warning -> {
              System.out.println(warning);
              System.exit(1);
            });
      }
    }
  }
}
