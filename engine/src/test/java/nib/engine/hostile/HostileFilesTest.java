package nib.engine.hostile;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damages small libraries of every kind and asks everything of them that Nib can be asked: the
/// answer is a listing, errors of single members with their place, or a failure in words, within a
/// second and bounded memory.
///
/// `-Dmutants=28000` makes a million of them all, `-Dseed=…` others; `-Dcuts=1000000` cuts them at
/// every byte.
@Tag("toolchain")
final class HostileFilesTest {

  private static final int MUTANTS = Integer.getInteger("mutants", 300);
  private static final int CUTS = Integer.getInteger("cuts", 200);
  private static final long SEED = Long.getLong("seed", 20_260_101);

  /// Of one thread's own time, which does not grow when the machine is busy. What is usual is less
  /// than a hundredth of it.
  private static final long MOST_NANOSECONDS = Duration.ofSeconds(1).toNanos();

  /// What everything that is asked of one mutant may allocate together.
  private static final long MOST_BYTES = 256L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  static List<Fixture> fixtures() {
    return Fixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void endsInAnAnswerHoweverItIsDamaged(Fixture fixture, TestReporter reporter) throws IOException {
    var run = new Run(fixture);
    run.guarded(() -> {
      for (int i = 0; i < MUTANTS; i++) {
        long seed = SEED + i;
        run.read(seed, Damage.of(run.bytes, new Random(seed)));
      }
    });
    reporter.publishEntry(run.toString());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void endsInAnAnswerWhereverItIsCut(Fixture fixture) throws IOException {
    var run = new Run(fixture);
    int step = Math.max(1, (run.bytes.length + CUTS - 1) / CUTS);
    run.guarded(() -> {
      for (int length = 0; length < run.bytes.length; length += step) {
        run.read(length, Arrays.copyOf(run.bytes, length));
      }
    });
  }

  private final class Run {

    final Fixture fixture;
    final byte[] bytes;
    private final Path original;
    private final Path file;
    private final List<String> names;

    /// What went wrong, by where.
    private final Map<String, String> mistakes = new LinkedHashMap<>();

    private volatile long current;
    private int count;
    private long slowest;
    private long slowestSeed;
    private long largest;
    private long largestSeed;

    Run(Fixture fixture) throws IOException {
      this.fixture = fixture;
      this.original = fixture.maker().make(folder);
      this.bytes = Files.readAllBytes(original);
      this.file = folder.resolve("mutant.a");
      this.names = Reading.names(original);
      assertTrue(bytes.length > 0);
    }

    interface Work {
      void run() throws IOException;
    }

    /// Ends a mutant that is never done with, and says which.
    void guarded(Work work) {
      var limit = Duration.ofMinutes(5).plusMillis(50L * MUTANTS);
      assertTimeoutPreemptively(limit, work::run, () -> "stuck in mutant " + current);
      assertTrue(mistakes.isEmpty(), () -> String.join("\n", mistakes.values()));
    }

    void read(long seed, byte[] mutant) throws IOException {
      current = seed;
      Files.write(file, mutant);
      long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
      long before = THREADS.getCurrentThreadCpuTime();
      try {
        Reading.everything(file, original, names);
      } catch (RuntimeException | Error e) {
        var where = new ArrayList<String>();
        where.add(e.toString());
        Stream.of(e.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("nib."))
            .limit(4)
            .forEach(frame -> where.add("  at " + frame));
        wrong(
            String.join("\n", where.subList(0, Math.min(2, where.size()))),
            seed,
            String.join("\n", where));
        return;
      }
      long took = THREADS.getCurrentThreadCpuTime() - before;
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
      note(seed, took, allocated);
    }

    private void note(long seed, long took, long allocated) {
      // Classes are loaded and compiled with the first ones.
      if (count++ > 20 && took > slowest) {
        slowest = took;
        slowestSeed = seed;
      }
      if (allocated > largest) {
        largest = allocated;
        largestSeed = seed;
      }
      if (took > MOST_NANOSECONDS || allocated > MOST_BYTES) {
        wrong("took", seed, "took %d ms and %d MB".formatted(took / 1_000_000, allocated >> 20));
      }
    }

    private void wrong(String where, long seed, String what) {
      mistakes.putIfAbsent(where, "mutant %d of %s: %s".formatted(seed, fixture, what));
    }

    @Override
    public String toString() {
      return "%s, %d bytes: %d mutants, slowest %d in %.1f ms, largest %d with %.1f MB"
          .formatted(
              fixture,
              bytes.length,
              count,
              slowestSeed,
              slowest / 1e6,
              largestSeed,
              largest / 1048576.0);
    }
  }
}
