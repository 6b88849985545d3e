package nib.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nib.engine.analysis.Analyzer;
import nib.engine.analysis.GeneratedPackage;
import nib.engine.diagnostic.FailureException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Opening packages for the first time in a warm JVM: reading, parsing, resolving, checking.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Opening {

  /// A generated package of modules of 6,000 lines, the last one shorter.
  @State(Scope.Benchmark)
  public static class Generated {

    private static final int LONGEST = 6_000;

    @Param({"3000", "6000", "12000", "24000", "48000", "96000", "200000"})
    public int lines;

    Path folder = Path.of("");

    @Setup(Level.Trial)
    public void write() throws IOException {
      folder = Files.createTempDirectory("nib-bench");
      int modules = Math.max(1, Math.round(lines / (float) LONGEST));
      GeneratedPackage.write(folder, modules, lines / modules);
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
      Folders.delete(folder);
    }
  }

  /// Pen's own packages, from the checkout that `PEN_ROOT` names.
  @State(Scope.Benchmark)
  public static class Pen {

    Path root = Path.of("");
    List<Path> packages = List.of();

    @Setup(Level.Trial)
    public void find() throws IOException {
      root =
          Path.of(
              Optional.ofNullable(System.getenv("PEN_ROOT"))
                  .orElseThrow(() -> new IllegalStateException("PEN_ROOT is not set")));
      try (Stream<Path> folders = Files.list(root.resolve("packages"))) {
        packages =
            folders.filter(one -> Files.exists(one.resolve("pen.json"))).sorted().toList();
      }
    }
  }

  @Benchmark
  public int generated(Generated generated) throws FailureException {
    return Questions.complaints(
        new Analyzer().analyze(List.of(generated.folder), List.of(), Optional.empty()));
  }

  @Benchmark
  public int penPackages(Pen pen) throws FailureException {
    return Questions.complaints(
        new Analyzer().analyze(pen.packages, List.of(), Optional.of(pen.root)));
  }
}
