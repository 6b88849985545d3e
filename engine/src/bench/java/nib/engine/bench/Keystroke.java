package nib.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nib.engine.analysis.Analyzer;
import nib.engine.analysis.GeneratedPackage;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;
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

/// One character typed into a function's body in a module of 1,000 lines, until all diagnostics of
/// the package are there again.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class Keystroke {

  private static final int LINES = 1_000;

  /// How many modules of 1,000 lines the package has.
  @Param({"1", "10", "100"})
  public int modules;

  private final Analyzer analyzer = new Analyzer();
  private Path folder = Path.of("");
  private Path file = Path.of("");
  private String text = "";
  private int typed;

  @Setup(Level.Trial)
  public void write() throws IOException, FailureException {
    folder = Files.createTempDirectory("nib-bench").toRealPath();
    GeneratedPackage.write(folder, modules, LINES);
    file = folder.resolve("M0.pen");
    text = Files.readString(file);
    analyzer.analyze(List.of(folder), List.of(), Optional.empty());
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Folders.delete(folder);
  }

  @Benchmark
  public int keystroke() throws FailureException {
    // A different number each time, in the first body of the module that all others stand on.
    String edited = text.replaceFirst("x \\* 2", "x * " + (typed++ % 10));
    return Questions.complaints(
        analyzer.analyze(
            List.of(folder), List.of(new SourceText(file, edited)), Optional.empty()));
  }
}
